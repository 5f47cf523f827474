package dev.poolkeeper.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The rules of design.md, section 2, and of the house style. */
@AnalyzeClasses(packages = "dev.poolkeeper", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String PROCESSORS = "dev.poolkeeper.processors..";
  private static final String READERS = "dev.poolkeeper.readers..";
  private static final String WRITERS = "dev.poolkeeper.writers..";
  private static final String JOBS = "dev.poolkeeper.jobs..";

  /** Where something mutable is static all the same, and why. */
  private static final Map<String, String> MUTABLE_STATICS =
      Map.of(
          "dev.poolkeeper.jobs.postgres.HomeLock.HELD_BY_THIS_PROCESS",
          "a POSIX lock belongs to the process, and so does the knowledge of holding it");

  @ArchTest
  static final ArchRule READERS_SEE_NEITHER_WRITERS_NOR_JOBS =
      noClasses()
          .that()
          .resideInAPackage(READERS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(WRITERS, JOBS);

  @ArchTest
  static final ArchRule WRITERS_SEE_NEITHER_READERS_NOR_JOBS =
      noClasses()
          .that()
          .resideInAPackage(WRITERS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(READERS, JOBS);

  /** And the mathematics of a library that has nothing else. */
  @ArchTest
  static final ArchRule PROCESSORS_SEE_THE_JDK_ONLY =
      classes()
          .that()
          .resideInAPackage(PROCESSORS)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(PROCESSORS, "java..", "org.jspecify..", "org.apache.commons.math3..");

  @ArchTest
  static final ArchRule PROCESSORS_DO_NO_IO_AND_NO_LOGGING =
      noClasses()
          .that()
          .resideInAPackage(PROCESSORS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..",
              "java.nio",
              "java.nio.channels..",
              "java.nio.file..",
              "java.net..",
              "java.sql..",
              "java.util.logging..");

  /** Copying an array asks nothing. */
  @ArchTest
  static final ArchRule PROCESSORS_ASK_NO_CLOCK_AND_NO_ENVIRONMENT =
      noClasses()
          .that()
          .resideInAPackage(PROCESSORS)
          .should()
          .callMethodWhere(
              target(nameMatching("now"))
                  .and(target(owner(resideInAPackage("java.time.."))))
                  .or(
                      target(owner(type(System.class)))
                          .and(not(target(nameMatching("arraycopy"))))))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class);

  /** Only a certificate tells its end in no other way, nor a PDF when it was made. */
  @ArchTest
  static final ArchRule NO_OLD_DATES =
      noClasses()
          .that()
          .doNotHaveSimpleName("NetworkCheck")
          .and()
          .doNotHaveSimpleName("PdfStamp")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar)");

  /** Bytes are long; a float could not even count them. */
  @ArchTest
  static final ArchRule NO_FLOATS_IN_THE_DOMAIN =
      noFields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage(PROCESSORS)
          .should()
          .haveRawType(float.class)
          .orShould()
          .haveRawType(Float.class);

  @ArchTest
  static final ArchRule NO_MUTABLE_STATIC_STATE =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat(not(resideInAPackage("..tests..")))
          .should(holdNoMutableState());

  @ArchTest
  static final ArchRule JOBS_ARE_NAMED_LIKE_THEIR_FILE =
      classes()
          .that()
          .haveSimpleNameEndingWith("Job")
          .should()
          .resideInAPackage("dev.poolkeeper.jobs")
          .andShould(bearTheNameOfTheirFile());

  private static ArchCondition<JavaField> holdNoMutableState() {
    return new ArchCondition<>("be final and hold nothing that changes") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        JavaClass type = field.getRawType();
        boolean container =
            type.isAssignableTo(Map.class)
                || type.isAssignableTo(Collection.class)
                || type.isArray();
        boolean atomic = type.getPackageName().startsWith("java.util.concurrent");
        boolean isFinal = field.getModifiers().contains(JavaModifier.FINAL);
        boolean synthetic = field.getModifiers().contains(JavaModifier.SYNTHETIC);
        boolean excused = MUTABLE_STATICS.containsKey(field.getFullName());
        boolean suspicious = !isFinal || atomic || (container && !immutable(field));
        if (suspicious && !synthetic && !excused) {
          events.add(SimpleConditionEvent.violated(field, field.getFullName() + " may change"));
        }
      }
    };
  }

  /** Made by Map.of and the like, which throw on every change; arrays of constants are private. */
  private static boolean immutable(JavaField field) {
    if (field.getRawType().isArray()) {
      return field.getModifiers().contains(JavaModifier.PRIVATE);
    }
    try {
      var reflected = field.reflect();
      reflected.setAccessible(true);
      Object value = reflected.get(null);
      return value != null
          && Set.of("java.util.ImmutableCollections", "java.util.Collections")
              .contains(value.getClass().getName().replaceFirst("\\$.*", ""));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ArchCondition<JavaClass> bearTheNameOfTheirFile() {
    return new ArchCondition<>("have a NAME that is the file's name in words") {
      @Override
      public void check(JavaClass job, ConditionEvents events) {
        String words =
            job.getSimpleName()
                .replaceFirst("Job$", "")
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
        try {
          Object name = job.reflect().getField("NAME").get(null);
          if (!words.equals(name)) {
            events.add(SimpleConditionEvent.violated(job, job.getName() + " is named " + name));
          }
        } catch (ReflectiveOperationException e) {
          events.add(SimpleConditionEvent.violated(job, job.getName() + " has no public NAME"));
        }
      }
    };
  }
}
