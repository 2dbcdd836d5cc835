package org.postbag.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postbag.catalog.DraftRule;
import org.postbag.catalog.Problem;
import org.postbag.catalog.Secret;
import org.postbag.catalog.Variables;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.email.Address;
import org.postbag.intake.Credentials;
import org.postbag.intake.MailServer;
import org.postbag.intake.MailServer.Security;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.StartFrom;
import org.postbag.people.name.Salutations;
import org.postbag.sending.RateLimit;

class SettingsReaderTest {
  private static final String OFFICE =
      """
      postbag:
        mailboxes:
          office:
            address: office@example.org
            imap: imaps://imap.example.org
            smtp: smtp://smtp.example.org
            password: ${OFFICE_PASSWORD}
      """;

  @TempDir Path config;

  private SettingsReader.Reading read(String text) throws IOException {
    Map<String, String> environment = Map.of("OFFICE_PASSWORD", "s3cret", "OTHER", "xyzzy");
    return read(text, variables(environment));
  }

  private SettingsReader.Reading read(String text, Variables variables) throws IOException {
    Files.writeString(config.resolve("application.yaml"), text);
    return SettingsReader.read(config, config.resolve("data"), variables);
  }

  private SecretFiles variables(Map<String, String> environment) {
    return new SecretFiles(config.resolve("secrets"), environment);
  }

  private Settings settings(String text) throws IOException {
    SettingsReader.Reading reading = read(text);
    assertThat(reading.problems()).isEmpty();
    return reading.settings().orElseThrow();
  }

  private List<String> problems(String text) throws IOException {
    return read(text).problems().stream()
        .map(problem -> problem.toString().replace(config + "/", ""))
        .toList();
  }

  @Test
  void whatAFileLeavesOutHasTheDefaultsOfTheManual() throws IOException {
    Settings settings = settings(OFFICE);
    MailboxSettings office = settings.mailboxes().getFirst();
    assertThat(office.username()).isEqualTo("office@example.org");
    assertThat(office.imap()).isEqualTo(new MailServer("imap.example.org", 993, Security.TLS));
    assertThat(office.smtp()).isEqualTo(new MailServer("smtp.example.org", 587, Security.STARTTLS));
    assertThat(office.credentials()).isEqualTo(new Credentials.Password(new Secret("s3cret")));
    assertThat(office.folders()).containsExactly("INBOX");
    assertThat(office.startFrom()).isEqualTo(new StartFrom.Now());
    assertThat(office.pollInterval()).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.sending().dryRun()).isTrue();
    assertThat(settings.undoWindow()).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.desk().address()).isEqualTo("127.0.0.1");
    assertThat(settings.desk().port()).isEqualTo(8080);
    assertThat(settings.database().isSqlite()).isTrue();
  }

  @Test
  void everythingThatIsSetArrives() throws IOException {
    Settings settings =
        settings(
            """
            postbag:
              office: The Office
              time-zone: Europe/Paris
              mailboxes:
                office:
                  address: office@example.org
                  name: Ann Example
                  own-addresses: [ann@example.org]
                  signature: |
                    Yours,
                    Ann
                  imap: imap://localhost:3143
                  smtp: smtp://127.0.0.1:3025
                  username: ann
                  oauth2:
                    provider: microsoft
                    tenant: example.org
                    client-id: the-app
                    client-secret: ${OFFICE_PASSWORD}
                    secret-expires: 2027-01-02
                  folder: [INBOX, Post/In]
                  start-from: 2026-01-02
                  poll-interval: 5s
                  size-limit: 2MB
                  mark-answered: false
                  keyword: Done
                  sent-folder: Gesendet
                  copy-to-sent: no
                  pace: google
                  per-minute: 7
              sending:
                dry-run: false
                undo-window: 5m
                pace: microsoft-365
                office-hours: Mon-Wed,Sat 08:00-17:30
                give-up-after: 2d
              desk: {address: 0.0.0.0, port: 0, public-url: "https://post.example.org"}
              database:
                url: postgresql://db/postbag
                username: u
                password: ${OTHER}
            """);
    MailboxSettings office = settings.mailboxes().getFirst();
    assertThat(office.displayName()).contains("Ann Example");
    assertThat(office.imap()).isEqualTo(new MailServer("localhost", 3143, Security.NONE));
    assertThat(office.username()).isEqualTo("ann");
    assertThat(office.credentials())
        .isEqualTo(
            new Credentials.OAuth2(
                URI.create("https://login.microsoftonline.com/example.org/oauth2/v2.0/token"),
                "the-app",
                Optional.of(new Secret("s3cret")),
                "https://outlook.office365.com/.default",
                Optional.empty(),
                Optional.of(LocalDate.of(2027, 1, 2))));
    assertThat(office.folders()).containsExactly("INBOX", "Post/In");
    assertThat(office.startFrom()).isEqualTo(new StartFrom.Since(LocalDate.of(2026, 1, 2)));
    assertThat(office.sizeLimit()).isEqualTo(2_000_000);
    assertThat(office.writeBack().answered()).isFalse();
    assertThat(office.writeBack().keyword()).contains("Done");
    assertThat(office.writeBack().sentFolder()).isEqualTo("Gesendet");
    assertThat(office.writeBack().copyToSent()).isFalse();
    assertThat(settings.own()).hasSize(2).contains(new Address("ann", "example.org"));
    assertThat(settings.signatures()).containsEntry("office", "Yours,\nAnn");
    assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(settings.desk().office()).isEqualTo("The Office");
    assertThat(settings.desk().publicUrl()).contains(URI.create("https://post.example.org"));
    assertThat(settings.sending().dryRun()).isFalse();
    assertThat(settings.sending().paceOf("office")).isEqualTo(new RateLimit(7, 2_000, 2));
    assertThat(settings.sending().rateLimit()).isEqualTo(RateLimit.MICROSOFT_365);
    assertThat(settings.sending().officeHours().orElseThrow().days()).hasSize(4);
    assertThat(settings.sending().retries().giveUp()).isEqualTo(Duration.ofDays(2));
    assertThat(settings.undoWindow()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.database().url()).contains("jdbc:postgresql://db/postbag");
    assertThat(settings.database().password()).contains("xyzzy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      maxCharsPerColumn = 300,
      textBlock =
          """
          imap: imaps://imap.example.org    | imap: imap.example.org           | 5 | does not begin with imaps://
          imap: imaps://imap.example.org    | imap: smtps://imap.example.org   | 5 | does not begin with imaps://
          imap: imaps://imap.example.org    | imap: imaps://a.example:99999    | 5 | names a port that there is not
          imap: imaps://imap.example.org    | imap: imaps://a.example:143      | 5 | write `imap://a.example:143`
          imap: imaps://imap.example.org    | imap: imaps://a.example/INBOX    | 5 | says more than the server
          imap: imaps://imap.example.org    | imap: imaps://a.example:0        | 5 | names a port that there is not
          smtp: smtp://smtp.example.org     | smtp: smtps://a.example:587      | 6 | write `smtp://a.example:587`
          smtp: smtp://smtp.example.org     | smtp: smtp://a.example:465       | 6 | write `smtps://a.example:465`
          address: office@example.org       | address: "a@b.example, c@d.example" | 4 | is not one address alone
          address: office@example.org       | address: a@b.example c@d.example | 4 | is not one address alone
          password: ${OFFICE_PASSWORD}      | password: ${OFFICE_PASSWORD      | 7 | holds a `${` without its `}`
          password: ${OFFICE_PASSWORD}      | signature: "Yours {salutation}"  | 7 | It holds {braces}
          password: ${OFFICE_PASSWORD}      | signature: "TODO Ann Example"    | 7 | It says TODO
          password: ${OFFICE_PASSWORD}      | signature: "Ann [insert title]"  | 7 | It holds text in [brackets]
          password: ${OFFICE_PASSWORD}      | oauth2: {provider: microsoft, tenant: x, client-id: x, client-secret: y, secret-expires: 2026-01-31} | 7 | the client secret ended on 2026-01-31
          imap: imaps://imap.example.org    | imap: imaps://u:pw@a.example     | 5 | imaps://•••@a.example
          address: office@example.org       | address: office                  | 4 | write an address, as in
          address: office@example.org       | adress: office@example.org       | 4 | did you mean `address`?
          password: ${OFFICE_PASSWORD}      | password: ${OFICE_PASSWORD}      | 7 | needs OFICE_PASSWORD, which is not set
          password: ${OFFICE_PASSWORD}      | password:                        | 7 | `postbag.mailboxes.office.password` has no value
          password: ${OFFICE_PASSWORD}      | pasword: ${OFFICE_PASSWORD}      | 7 | did you mean `password`?
          password: ${OFFICE_PASSWORD}      | start-from: yesterday            | 7 | write `now`, `all` or a day
          password: ${OFFICE_PASSWORD}      | poll-interval: 60                | 7 | a time from 1s to 1h, as in `90s`
          password: ${OFFICE_PASSWORD}      | poll-interval: 10ms              | 7 | a time from 1s to 1h
          password: ${OFFICE_PASSWORD}      | oauth2: {provider: yahoo, client-id: x, client-secret: y} | 7 | write one of
          password: ${OFFICE_PASSWORD}      | oauth2: {provider: microsoft, client-id: x, client-secret: y} | 7 | `postbag.mailboxes.office.oauth2.tenant` is missing
          password: ${OFFICE_PASSWORD}      | oauth2: {provider: microsoft, tenant: x, client-id: x} | 7 | neither client-secret nor refresh-token
          mailboxes:                        | mailboxs:                        | 2 | did you mean `mailboxes`?
          postbag:                          | postbox:                         | 1 | did you mean `postbag`?
          """)
  void everySlipIsNamedWithItsLine(String right, String wrong, int line, String said)
      throws IOException {
    assertThat(problems(OFFICE.replace(right, wrong)))
        .anySatisfy(problem ->
            assertThat(problem).startsWith("application.yaml:" + line + ":").contains(said));
  }

  @Test
  void aMistakeIsNamedWithItsColumn() throws IOException {
    assertThat(problems(OFFICE.replace("imaps://imap.example.org", "imaps://a.example:143")))
        .singleElement()
        .asString()
        .startsWith("application.yaml:5:13: ");
  }

  @Test
  void oneMailboxUnderTwoNamesIsRefused() throws IOException {
    String second = OFFICE.substring(OFFICE.indexOf("    office:")).replace("office:", "again:");
    assertThat(problems(OFFICE + second))
        .singleElement()
        .asString()
        .contains("`again` and `office` are the same mailbox and folder");
    assertThat(problems(OFFICE + second + "      folder: Other\n")).isEmpty();
  }

  @Test
  void aPublicAddressWithoutTlsIsRemarkedOn() throws IOException {
    assertThat(problems(OFFICE + "  desk:\n    public-url: http://post.example.org\n"))
        .singleElement()
        .asString()
        .startsWith("application.yaml:9:")
        .contains("without TLS");
  }

  @Test
  void aProxyIsTrustedByItsAddressAndWithThePublicOneOnly() throws IOException {
    String desk = "  desk:\n    trusted-proxies: [192.0.2.1, 172.16.0.0/16, \"::1\"]\n";
    assertThat(problems(OFFICE + desk)).singleElement().asString().contains("add `public-url:");
    var settings = settings(OFFICE + desk + "    public-url: https://post.example.org\n");
    assertThat("172.16.9.9").matches(settings.desk().door().proxyPattern());
    assertThat("192.0.2.1").matches(settings.desk().door().proxyPattern());
    assertThat("172.17.0.1").doesNotMatch(settings.desk().door().proxyPattern());
    assertThat("192.0.2.11").doesNotMatch(settings.desk().door().proxyPattern());
    assertThat(problems(OFFICE + desk.replace("192.0.2.1,", "proxy.example,")))
        .anyMatch(problem -> problem.contains("`proxy.example` is not the address of a proxy"));
  }

  @Test
  void theSchemaHasEveryKeyOfTheManualAndItsLimits() throws IOException {
    String schema = SettingsReader.schema().toString();
    for (String key : read(Files.readString(Path.of("config/application.yaml"))).known()) {
      assertThat(schema).contains(key.substring(key.lastIndexOf('.') + 1) + "={");
    }
    assertThat(schema)
        .contains(
            "port={anyOf=[{type=integer, ", "maximum=65535", "enum=[google, microsoft, other]");
  }

  @Test
  void tenMistakesInOneFileAreNamedInOneGo() throws IOException {
    List<String> problems =
        problems(
            """
            postbag:
              ofice: X
              time-zone: Mars/Base
              mailboxes:
                office:
                  address: nobody
                  imap: http://imap.example.org
                  smtp: smtp.example.org:587
                  pasword: x
              sending:
                dry-run: maybe
                undo-window: 60
                office-hours: Mon-Fun 08:00-18:00
              desk:
              \tport: 80800
            """);
    assertThat(problems)
        .extracting(problem -> Integer.valueOf(problem.split(":", 3)[1]))
        .contains(2, 3, 6, 7, 8, 9, 11, 12, 13, 15);
  }

  @Test
  void ofAHundredDraftsNinetyEightAreToBeRightUnlessTheOfficeSaysOtherwise() throws IOException {
    assertThat(settings(OFFICE).draftRule()).isEqualTo(new DraftRule.DraftsRight(0.98));
    assertThat(settings(OFFICE + "  matching: {drafts-right: 0.95}\n").draftRule())
        .isEqualTo(new DraftRule.DraftsRight(0.95));
    assertThat(problems(OFFICE + "  matching:\n    drafts-right: 98\n").getFirst())
        .contains("a number from 0 to 1");
  }

  @Test
  void meaningIsOffUnlessItIsAskedFor() throws IOException {
    assertThat(settings(OFFICE).meaning()).isEqualTo(Embedder.When.OFF);
    assertThat(settings(OFFICE + "  matching: {meaning: off}\n").meaning())
        .isEqualTo(Embedder.When.OFF);
    assertThat(settings(OFFICE + "  matching: {meaning: unsure}\n").meaning())
        .isEqualTo(Embedder.When.UNSURE);
    assertThat(problems(OFFICE + "  matching:\n    meaning: sometimes\n"))
        .singleElement()
        .asString()
        .contains("application.yaml:", "sometimes", "always, off, unsure");
  }

  @Test
  void noSecretIsEverPrinted() throws IOException {
    SettingsReader.Reading reading =
        read(OFFICE + "  database: {url: 'postgresql://db/x', password: '${OTHER}'}\n");
    assertThat(reading.settings().orElseThrow().toString()).doesNotContain("s3cret", "xyzzy");
    String text = OFFICE.replace("${OFFICE_PASSWORD}", "hunter2") + "  x: 1\n";
    assertThat(problems(text).toString()).doesNotContain("hunter2");
  }

  @Test
  void aSecretFileIsTakenBeforeTheEnvironment() throws IOException {
    Files.createDirectories(config.resolve("secrets"));
    Files.createDirectories(config.resolve("credentials"));
    Files.writeString(config.resolve("secrets/A"), "from docker\n");
    Files.writeString(config.resolve("secrets/B"), "from docker\n");
    Files.writeString(config.resolve("credentials/B"), "from systemd\n");
    SecretFiles files =
        variables(
            Map.of(
                "CREDENTIALS_DIRECTORY",
                config.resolve("credentials").toString(),
                "A",
                "x",
                "C",
                "from environment"));
    assertThat(files.valueOf("A")).contains("from docker");
    assertThat(files.valueOf("B")).contains("from systemd");
    assertThat(files.valueOf("C")).contains("from environment");
    assertThat(files.valueOf("../credentials/B")).isEmpty();
    assertThat(files.valueOf("D")).isEmpty();
  }

  @Test
  void aPasswordInAFileForEverybodyIsWarnedOf() throws IOException {
    assertThat(problems(OFFICE.replace("${OFFICE_PASSWORD}", "hunter2")))
        .singleElement()
        .asString()
        .contains("application.yaml:7: ", "everybody on this machine may read");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThat(SettingsReader.read(config, config, variables(Map.of())).problems())
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .contains("application.yaml: cannot be read");
  }

  @Test
  void theShippedFileIsTheManualOfEveryKey() throws IOException {
    String shipped = Files.readString(Path.of("config/application.yaml"));
    assertThat(problems(shipped)).singleElement().asString().contains("no mailbox is configured");
    String switchedOn =
        shipped
            .lines()
            .map(line -> line.replaceFirst("^( +)#(?! |$)", "$1").replaceFirst("^( +)#$", ""))
            .collect(Collectors.joining("\n"));
    Files.writeString(config.resolve("our-ca.pem"), "certificates");
    SettingsReader.Reading reading = read(switchedOn, name -> Optional.of("value"));
    assertThat(reading.problems())
        .singleElement()
        .asString()
        .contains("both password and oauth2 are given");
    assertThat(new TreeSet<>(reading.known())).isEqualTo(keysOf(switchedOn));
  }

  /// The paths of all keys in a file of two blanks a level.
  private static Set<String> keysOf(String yaml) {
    Set<String> paths = new TreeSet<>();
    String[] at = new String[10];
    Matcher keys = Pattern.compile("(?m)^( *)([a-z][a-z0-9-]*):").matcher(yaml);
    while (keys.find()) {
      int depth = keys.group(1).length() / 2;
      at[depth] = keys.group(2);
      paths.add(String.join(".", Arrays.asList(at).subList(0, depth + 1)));
    }
    return paths;
  }

  @Test
  void aSalutationWithoutANameIsSetByLanguage() throws IOException {
    String text = OFFICE + "  salutation: {en: Dear constituent, eu: Agur, English: Dear all}\n";
    SettingsReader.Reading reading = read(text);
    assertThat(reading.problems()).singleElement().asString().contains("English");
    String right = text.replace(", English: Dear all", "");
    Salutations salutations = read(right).settings().orElseThrow().salutations();
    assertThat(salutations.of(Optional.empty(), "en")).isEqualTo("Dear constituent");
    assertThat(salutations.of(Optional.empty(), "eu")).isEqualTo("Agur");
    assertThat(salutations.of(Optional.empty(), "fr")).isEqualTo("Madame, Monsieur");
  }
}
