// Stands in for modules that libraries ask for and this program never uses: js-yaml (front matter is parsed by the `yaml` package, and nothing may
// fall back to js-yaml 3) and commander's child_process (no command of ours is another executable), which costs a start several milliseconds.
module.exports = { load: refuse, safeLoad: refuse, safeDump: refuse, spawn: refuse };

function refuse() {
  throw new Error('this module is not part of the bundle');
}
