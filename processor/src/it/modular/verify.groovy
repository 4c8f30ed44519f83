// @Generated is in java.compiler, which this module does not read.
def text = new File(basedir,
    'target/generated-sources/annotations/com/example/modular/dDecay.java').text
assert text.contains('class dDecay')
assert !text.contains('@Generated')
