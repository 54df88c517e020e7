/** Rows of a programme that are no talks: doors, breaks, greetings, parties. */

const FORMALITY =
  /^(?:[\p{P}\p{S}\s\d]*)(?:開場|受付|開会|閉会|開始|終了|休憩|昼休み|昼食|ランチ|お昼|小休憩|ひとやすみ|一休み|オープニング|クロージング|懇親会|交流会|撤収|完全撤収|写真撮影|記念撮影|移動|転換|breaks?\b|coffee|tea break|lunch|dinner|breakfast|registration|check-?in|doors? open|opening|closing|welcome|networking|after ?party|reception|social|group photo|wrap-?up)/iu;

/** Whether a row's title names no talk; only rows without a description are to be asked. */
export function isFormality(title: string): boolean {
  return title.length <= 60 && FORMALITY.test(title.normalize('NFKC'));
}
