// docs/performance.md quotes what is said of each class.
def log = new File(basedir, 'build.log').readLines()
['Orbit': 'notes.txt', 'PlaneOrbit': 'notes-fixed.txt'].each { name, file ->
  def said = log.collect { it =~ /.*[\/\\](${name}\.java):\[(\d+),\d+\] (\[explain\] .*)/ }
      .findAll { it.matches() }
      .collect { "${it.group(1)}:${it.group(2)}: ${it.group(3)}".toString() }
  def expected = new File(basedir, file).readLines()
  assert said == expected
}
