// Stands in for js-yaml in the bundle: front matter is parsed by the `yaml` package, and nothing may fall back to js-yaml 3.
module.exports = {
  load: refuse,
  safeLoad: refuse,
  safeDump: refuse,
};
function refuse() {
  throw new Error('js-yaml is not part of this bundle');
}
