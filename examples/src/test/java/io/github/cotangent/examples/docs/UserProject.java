package io.github.cotangent.examples.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The users' projects that the processor's build builds: what pages say about builds is theirs. */
final class UserProject {

  private static final Pattern NAME = Pattern.compile("@([\\w.-]+)@");

  private UserProject() {}

  /** A file of one of the projects, with what stands for versions filled in. */
  static List<String> lines(String file) {
    Path projects = Project.root().resolve(Path.of("processor", "src", "it"));
    return Project.lines(projects.resolve(file)).stream()
        .map(line -> NAME.matcher(line).replaceAll(UserProject::value))
        .toList();
  }

  /** The version that this build makes. */
  static String version() {
    return elementOfPom("version");
  }

  private static String value(MatchResult name) {
    String value =
        name.group(1).equals("project.version") ? version() : elementOfPom(name.group(1));
    return Matcher.quoteReplacement(value);
  }

  /** The first element of that name in the top POM. */
  private static String elementOfPom(String name) {
    String pom = String.join("\n", Project.lines(Project.root().resolve("pom.xml")));
    Matcher element = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(pom);
    if (!element.find()) {
      throw new IllegalArgumentException("pom.xml has no " + name);
    }
    return element.group(1);
  }
}
