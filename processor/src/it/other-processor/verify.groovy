// All processors of a compilation share a class loader: ours has all that it brings in packages of
// its own. And Gradle finds the mark that lets it compile incrementally.
import java.util.zip.ZipFile

def folder = new File(localRepositoryPath, 'io/github/cotangent/cotangent-processor')
def jars = []
folder.eachFileRecurse { if (it.name.endsWith('.jar')) jars << it }
assert jars.size() == 1 : jars

new ZipFile(jars[0]).withCloseable { jar ->
  def files = jar.entries().findAll { !it.directory }*.name
  def foreign = files.findAll {
    !it.startsWith('META-INF/') && !it.startsWith('io/github/cotangent/processor/')
  }
  assert foreign == []

  def text = { String name -> jar.getInputStream(jar.getEntry(name)).text.trim() }
  def processor = 'io.github.cotangent.processor.CotangentProcessor'
  assert text('META-INF/services/javax.annotation.processing.Processor') == processor
  assert text('META-INF/gradle/incremental.annotation.processors') == "$processor,isolating"
}
