package org.postbag;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.postbag.catalog.Unusable;
import org.postbag.settings.Settings;
import org.postbag.web.DeskSettings;
import org.postbag.web.TerminalAccess;
import org.postbag.web.TerminalKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The running program: the mail's three routes and the desk. Closing it lets what is under way
/// end.
public final class Daemon implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);

  private final ConfigurableApplicationContext context;
  private final Settings settings;
  private final DataFolder folder;
  private final LeaseWatch lease;

  private Daemon(
      ConfigurableApplicationContext context,
      Settings settings,
      DataFolder folder,
      LeaseWatch lease) {
    this.context = context;
    this.settings = settings;
    this.folder = folder;
    this.lease = lease;
  }

  /// Starts everything; when this returns, the desk answers.
  ///
  /// @param more beans beside the house's own, such as the demo's pages
  /// @throws CannotStart when the data folder, the database or the desk's port cannot be used
  public static Daemon start(Settings settings, Class<?>... more) {
    DataFolder folder = DataFolder.lock(settings.data(), InstantSource.system().instant());
    try {
      return start(settings, folder, LeaseWatch.take(settings), more);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static Daemon start(
      Settings settings, DataFolder folder, LeaseWatch lease, Class<?>... more) {
    try {
      Daemon daemon =
          new Daemon(run(application(settings, more), settings), settings, folder, lease);
      daemon.openForTerminal();
      return daemon;
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  /// Completed when another node has taken this one's name on the database, with who that is: then
  /// this daemon must be closed.
  public CompletableFuture<String> replaced() {
    return lease.lost();
  }

  private static SpringApplication application(Settings settings, Class<?>... more) {
    SpringApplication application = new SpringApplication(Wiring.class);
    for (Class<?> source : more) {
      application.addPrimarySources(List.of(source));
    }
    application.setBannerMode(Banner.Mode.OFF);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties(settings));
    application.addInitializers(context -> register((GenericApplicationContext) context, settings));
    return application;
  }

  private static ConfigurableApplicationContext run(
      SpringApplication application, Settings settings) {
    try {
      // Without this, Spring would read ./config/application.yaml as its own.
      return application.run("--spring.config.location=classpath:/");
    } catch (RuntimeException e) {
      throw CannotStart.because(e, settings.desk());
    }
  }

  /// Lets the terminal of whoever may read the data folder reach the API: its owner.
  private void openForTerminal() {
    TerminalAccess access = TerminalAccess.to(localAddress());
    try {
      folder.restrict();
      access.write(settings.data());
    } catch (IOException e) {
      close();
      throw new CannotStart(Unusable.of(settings.data(), e).toString(), e);
    }
    context.getBean(TerminalKey.class).accept(access);
  }

  private static void register(GenericApplicationContext context, Settings settings) {
    context.registerBean(Settings.class, () -> settings);
    context.registerBean(DeskSettings.class, settings::desk);
  }

  private static Map<String, Object> properties(Settings settings) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("server.address", settings.desk().address());
    properties.put("server.port", settings.desk().port());
    properties.putAll(forwarding(settings.desk()));
    return properties;
  }

  /// What a proxy says of its client is believed from those that are named, and from nobody else.
  private static Map<String, Object> forwarding(DeskSettings desk) {
    String strategy = "server.forward-headers-strategy";
    return desk.door().trustedProxies().isEmpty()
        ? Map.of(strategy, "none")
        : Map.of(
            strategy,
            "native",
            "server.tomcat.remoteip.internal-proxies",
            desk.door().proxyPattern());
  }

  /// Where staff reach the desk.
  public URI address() {
    return settings.desk().publicUrl().orElseGet(this::localAddress);
  }

  /// Where the desk listens, whatever stands before it.
  URI localAddress() {
    String port = context.getEnvironment().getProperty("local.server.port", "0");
    return URI.create("http://" + settings.desk().address() + ":" + port);
  }

  /// A room's door, for what stands at the root.
  public <T> T door(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    try {
      TerminalAccess.remove(settings.data());
    } catch (IOException e) {
      // The token in the file opens nothing any more, and the next start writes another.
      LOG.debug("the terminal's token stays in {}", settings.data(), e);
    }
    context.close();
    lease.close();
    folder.close();
  }
}
