def text = new File(basedir, 'target/generated-sources/annotations/com/example/plain/dFit.java').text
assert text.contains('@Generated("io.github.cotangent.processor.CotangentProcessor")')
