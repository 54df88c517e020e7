export interface PageBundle {
  readonly script: string;
  readonly style: string;
  readonly inputs: readonly string[];
}

export function bundlePage(root: string): Promise<PageBundle>;
