/** The language of the interface: the style sheet shows one; what can only hold text is put in here. */
import type { Language } from '../report/coverage/html/address.ts';

export function shownLanguage(): Language {
  return document.documentElement.lang === 'ja' ? 'ja' : 'en';
}

export function showLanguage(language: Language): void {
  const { documentElement: root } = document;
  root.lang = language;
  document.title = textIn(root.dataset, 'title', language) ?? document.title;
  for (const option of document.querySelectorAll<HTMLOptionElement>('option[data-ja]'))
    option.textContent = option.dataset[language] ?? option.textContent;
  for (const group of document.querySelectorAll<HTMLOptGroupElement>('optgroup[data-label-ja]'))
    group.label = textIn(group.dataset, 'label', language) ?? group.label;
  for (const button of document.querySelectorAll<HTMLElement>('[data-ui]'))
    button.setAttribute('aria-pressed', String(button.dataset['ui'] === language));
}

function textIn(dataset: DOMStringMap, name: string, language: Language): string | undefined {
  return dataset[`${name}${language === 'ja' ? 'Ja' : 'En'}`];
}
