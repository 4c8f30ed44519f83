def text = new File(basedir, 'target/generated-sources/annotations/com/example/plain/dFit.java').text
assert text.contains('@Generated("io.github.cotangent.processor.CotangentProcessor")')

// What a user gets has the licences with it.
def jar = { name ->
  def version = new File(localRepositoryPath, "io/github/cotangent/$name").listFiles().find { it.directory }
  new java.util.zip.ZipFile(version.listFiles().find { it.name.endsWith('.jar') })
}
assert jar('cotangent-runtime').getEntry('META-INF/LICENSE') != null
assert jar('cotangent-processor').getEntry('META-INF/LICENSE') != null
assert jar('cotangent-processor').getEntry('META-INF/THIRD-PARTY') != null
