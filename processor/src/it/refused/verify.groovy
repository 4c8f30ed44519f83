// The build has failed; this looks whether it did for the right reasons, at the right places.
def source = new File(basedir, 'src/main/java/com/example/refused/Model.java').readLines()

/** Line and column at which javac reports something about a text: both count from 1. */
def place = { String text ->
  int line = source.findIndexOf { it.contains(text) }
  "[${line + 1},${source[line].indexOf(text) + 1}]"
}

def errors = new File(basedir, 'build.log').readLines()
    .findAll { it.startsWith('[ERROR]') && it.contains('Model.java:[') }
    .collect { it.substring(it.indexOf('Model.java:') + 'Model.java:'.length()) }
    .unique()

assert errors.size() == 2 : errors
assert errors[0].startsWith(place('"weight"') + ' [Cotangent/UnknownWrt] ') : errors
assert errors[1].startsWith(place('DoubleStream.of(x)') + ' [Cotangent/LambdaOverActive] ') : errors
assert !new File(basedir, 'target/generated-sources/annotations/com').exists()
