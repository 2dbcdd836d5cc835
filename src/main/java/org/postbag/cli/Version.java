package org.postbag.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version that Maven wrote into the jar.
final class Version implements IVersionProvider {
  private static final String WRITTEN_BY_MAVEN =
      "/META-INF/maven/org.postbag/postbag/pom.properties";

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"postbag " + number(), "Java " + Runtime.version()};
  }

  /// The number alone.
  static String number() throws IOException {
    try (InputStream file = Version.class.getResourceAsStream(WRITTEN_BY_MAVEN)) {
      Properties properties = new Properties();
      if (file != null) {
        properties.load(file);
      }
      return properties.getProperty("version", "(not packaged)");
    }
  }
}
