// docs/performance.md quotes what is said of each class.
def log = new File(basedir, 'build.log').readLines()
for (name in ['Orbit', 'PlaneOrbit']) {
  def said = log.collect { it =~ /.*[\/\\](${name}\.java):\[(\d+),\d+\] (\[explain\] .*)/ }
      .findAll { it.matches() }
      .collect { "${it.group(1)}:${it.group(2)}: ${it.group(3)}".toString() }
  assert said == new File(basedir, name + '.txt').readLines()
}
true
