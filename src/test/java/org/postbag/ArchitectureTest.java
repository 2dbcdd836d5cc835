package org.postbag;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The house rules that a machine can hold.
class ArchitectureTest {
  /// The rooms in the order of a letter's life; each may import those before it.
  private static final List<String> ROOMS =
      List.of(
          "catalog",
          "database",
          "email",
          "intake",
          "ledger",
          "classifier",
          "search",
          "matching",
          "people",
          "reply",
          "review",
          "sending",
          "past",
          "upkeep",
          "web");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.postbag");

  @Test
  void aRoomImportsOnlyRoomsBeforeIt() {
    for (int i = 0; i < ROOMS.size(); i++) {
      String[] later =
          ROOMS.stream().skip(i + 1).map(ArchitectureTest::room).toArray(String[]::new);
      if (later.length > 0) {
        noClasses()
            .that()
            .resideInAPackage(room(ROOMS.get(i)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(later)
            .allowEmptyShould(true)
            .check(HOUSE);
      }
    }
  }

  /// The classifier can be read, tested and replaced by somebody who knows nothing of letters.
  @Test
  void theClassifierImportsNoOtherRoom() {
    noClasses()
        .that()
        .resideInAPackage(room("classifier"))
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.postbag..").and(not(resideInAPackage(room("classifier")))))
        .check(HOUSE);
  }

  /// "Go to class" gives one answer.
  @Test
  void noClassNameStandsInTwoRooms() {
    Map<String, List<String>> places =
        HOUSE.stream()
            .filter(c -> !c.isNestedClass() && !c.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));
    places.values().removeIf(packages -> packages.size() == 1);
    assertThat(places).isEmpty();
  }

  /// What drafts, approves and sends cannot even ask for a past letter.
  @Test
  void onlyDeskAndTerminalImportThePast() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOMS.stream()
                .filter(room -> !Set.of("past", "web").contains(room))
                .map(ArchitectureTest::room)
                .toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(room("past"))
        .check(HOUSE);
  }

  @Test
  void nobodyImportsTheRoot() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOMS.stream().map(ArchitectureTest::room).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.postbag", "org.postbag.cli..", "org.postbag.demo..", "org.postbag.settings..")
        .check(HOUSE);
  }

  @Test
  void everyPackageIsARoomOrTheRoot() {
    Set<String> packages =
        HOUSE.stream()
            .map(c -> c.getPackageName().replaceFirst("^org\\.postbag\\.?", ""))
            .map(name -> name.replaceFirst("\\..*", ""))
            .collect(Collectors.toSet());
    packages.removeAll(ROOMS);
    packages.removeAll(Set.of("", "cli", "demo", "settings"));
    assertThat(packages).isEmpty();
  }

  @Test
  void oneLibraryHasOneRoom() {
    only("org.apache.lucene..", "classifier", "search", "people");
    only("ai.onnxruntime..", "classifier");
    only("org.jsoup..", "email");
    only("com.ibm.icu..", "people");
    only("org.apache.james..", "email");
    only("org.bouncycastle..", "email", "upkeep");
    only("org.apache.pdfbox..", "email");
    only("org.yaml..", "catalog");
    only("org.commonmark..", "catalog");
    only("org.apache.camel..", "", "intake");
    only("jakarta.mail..", "intake", "sending", "demo");
    only("com.icegreen..", "demo");
    only("org.springframework.web..", "web", "demo");
    only("org.springframework.security..", "web");
    only("picocli..", "", "cli");
    only("io.micrometer..", "upkeep", "web");
    only("org.flywaydb..", "database");
    only("org.sqlite..", "database");
    only("org.postgresql..", "database");
  }

  private static void only(String library, String... rooms) {
    Set<String> allowed = Set.of(rooms);
    noClasses()
        .that(
            new DescribedPredicate<>("stand outside of " + allowed) {
              @Override
              public boolean test(JavaClass c) {
                return !allowed.contains(roomOf(c));
              }
            })
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(HOUSE);
  }

  @Test
  void jdbcStandsInItsRoomAndInClassesOfThatName() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.postbag.database..")
        .and()
        .haveNameNotMatching(".*\\.Jdbc[^.]*")
        .and()
        .haveSimpleNameNotEndingWith("Columns")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
        .check(HOUSE);
  }

  @Test
  void timeIsGivenNotAsked() {
    noClasses().should().callMethod(Instant.class, "now").check(HOUSE);
    noClasses().should().callMethod(LocalDate.class, "now").check(HOUSE);
    noClasses().should().callMethod(LocalDateTime.class, "now").check(HOUSE);
    noClasses().should().callMethod(ZonedDateTime.class, "now").check(HOUSE);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(HOUSE);
    noClasses().should().callConstructor(Date.class).check(HOUSE);
  }

  @Test
  void onlyTheTerminalPrints() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.postbag", "org.postbag.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(HOUSE);
  }

  @Test
  void nothingIsInjectedIntoFields() {
    noFields()
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .orShould()
        .beAnnotatedWith("jakarta.inject.Inject")
        .check(HOUSE);
  }

  @Test
  void namesSayTheJob() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?")
        .check(HOUSE);
  }

  @Test
  void allRoutesStandOnOnePage() {
    classes()
        .that()
        .areAssignableTo(RouteBuilder.class)
        .should()
        .haveFullyQualifiedName("org.postbag.MailFlow")
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked =
        HOUSE.stream()
            .filter(c -> !c.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackage)
            .filter(p -> !p.isAnnotatedWith(NullMarked.class))
            .map(p -> p.getName())
            .collect(Collectors.toSet());
    assertThat(unmarked).isEmpty();
  }

  private static String room(String name) {
    return "org.postbag." + name + "..";
  }

  private static String roomOf(JavaClass c) {
    return c.getPackageName().replaceFirst("^org\\.postbag\\.?", "").replaceFirst("\\..*", "");
  }
}
