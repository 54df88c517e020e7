import { describe, expect, it } from 'vitest';
import { tellLanguage } from '../../src/sources/language.ts';
import { givenLanguage } from '../../src/sources/language-names.ts';

describe('tellLanguage', () => {
  it.each([
    ['', 'en'],
    ['MLflow 2.0', 'en'],
    ['Feature stores in production', 'en'],
    ['機械学習基盤', 'ja'],
    ['モデルの監視', 'ja'],
    ['MLflow Tracking を使う', 'ja'],
    ['LLMOps 実践', 'ja'],
    ['総合的機械学習基盤', 'ja'],
    ['如何在生产环境中监控我们的模型', 'zh'],
    ['机器学习平台的实践与思考', 'zh'],
    ['我們如何在資料湖上建立機器學習平台', 'zh'],
    ['모델 모니터링과 데이터 드리프트', 'ko'],
    [
      'How we monitor models at 株式会社メルカリ, and what we learned from a year of drift in production systems.',
      'en',
    ],
    ['Wie wir die Modelle im Betrieb überwachen und was wir dabei gelernt haben: das ist nicht einfach', 'de'],
    ['Comment nous avons déployé des modèles pour les équipes et la plateforme dans le cloud', 'fr'],
    ['Cómo desplegamos los modelos en la nube con una plataforma para el equipo', 'es'],
    ['Como colocamos os modelos em produção com uma plataforma para não falhar', 'pt'],
    ['Come abbiamo portato il modello nel cloud con una piattaforma che non è del team', 'it'],
    ['Мониторинг моделей', 'ru'],
    ['Kubernetes: der Operator', 'en'],
  ])('%j is %s', (text, language) => {
    expect(tellLanguage(text)).toBe(language);
  });
});

describe('givenLanguage', () => {
  it.each([
    ['jpn', 'ja'],
    ['Japanese', 'ja'],
    ['日本語', 'ja'],
    ['ja-JP', 'ja'],
    ['en_US', 'en'],
    ['English (US)', 'en'],
    ['zh-CN', 'zh'],
    ['zh-Hant-TW', 'zh'],
    ['eng', 'en'],
    ['Python', undefined],
    ['', undefined],
    ['constructor', undefined],
    [7, undefined],
    [undefined, undefined],
  ])('%j is %s', (value, language) => {
    expect(givenLanguage(value)).toBe(language);
  });
});
