package org.postbag;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postbag.web.DeskSettings;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The running program: the mail's three routes and the desk. Closing it lets what is under way
/// end.
public final class Daemon implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final Settings settings;

  private Daemon(ConfigurableApplicationContext context, Settings settings) {
    this.context = context;
    this.settings = settings;
  }

  /// Starts everything; when this returns, the desk answers.
  ///
  /// @param more beans beside the house's own, such as the demo's pages
  public static Daemon start(Settings settings, Class<?>... more) {
    SpringApplication application = new SpringApplication(Wiring.class);
    for (Class<?> source : more) {
      application.addPrimarySources(java.util.List.of(source));
    }
    application.setBannerMode(Banner.Mode.OFF);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties(settings));
    application.addInitializers(context -> register((GenericApplicationContext) context, settings));
    return new Daemon(application.run(), settings);
  }

  private static void register(GenericApplicationContext context, Settings settings) {
    context.registerBean(Settings.class, () -> settings);
    context.registerBean(DeskSettings.class, settings::desk);
  }

  private static Map<String, Object> properties(Settings settings) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("server.address", settings.desk().address());
    properties.put("server.port", settings.desk().port());
    return properties;
  }

  /// Where staff reach the desk.
  public URI address() {
    return settings.desk().publicUrl().orElseGet(this::localAddress);
  }

  private URI localAddress() {
    String port = context.getEnvironment().getProperty("local.server.port", "0");
    return URI.create("http://" + settings.desk().address() + ":" + port);
  }

  /// A room's door, for what stands at the root.
  public <T> T door(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
