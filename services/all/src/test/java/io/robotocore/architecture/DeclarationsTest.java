package io.robotocore.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.robotocore.architecture.MainCode.CLASSES;
import static io.robotocore.architecture.MainCode.JUNIT5;
import static io.robotocore.architecture.MainCode.PUBLIC;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.Modifier.Keyword;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Law 10: what can be closed is closed. */
final class DeclarationsTest {

  /** Classes that anybody may extend, by reason. */
  private static final Map<String, String> OPEN =
      Map.of(
          "io.robotocore.state.State", "each service's state extends it, in a module of its own");

  /** Public classes that no other package uses, by reason. */
  private static final Map<String, String> PUBLIC_FOR_OTHERS =
      Map.of(
          "io.robotocore.model.ModelImporter", "is run by hand when AWS has new models",
          "io.robotocore.model.HttpChecksum", "is what OperationModel.httpChecksum gives",
          "io.robotocore.model.Location", "is what Member.location gives",
          "io.robotocore.model.Paginator", "is what OperationModel.paginator gives",
          "io.robotocore.model.SimpleShape", "is one of the shapes that Member.target gives",
          "io.robotocore.model.XmlNamespace", "is what Member.xmlNamespace gives");

  @Test
  void law10_packages_areNullMarked() {
    Set<String> marked =
        Source.ALL.stream()
            .filter(source -> source.name().endsWith(".package-info"))
            .filter(
                source ->
                    source
                        .unit()
                        .getPackageDeclaration()
                        .orElseThrow()
                        .getAnnotationByName("NullMarked")
                        .isPresent())
            .map(Source::packageName)
            .collect(toSet());

    assertThat(marked)
        .as("law 10: where nothing says @Nullable, nothing is null")
        .isNotEmpty()
        .containsAll(Source.ALL.stream().map(Source::packageName).collect(toSet()));
  }

  @Test
  void law10_classes_areFinalOrSealed() {
    List<String> open =
        Source.ALL.stream()
            .flatMap(source -> source.unit().findAll(ClassOrInterfaceDeclaration.class).stream())
            .filter(
                type -> !type.isInterface() && !type.isFinal() && !type.hasModifier(Keyword.SEALED))
            .map(type -> type.getFullyQualifiedName().orElseGet(type::getNameAsString))
            .toList();

    assertThat(Source.ALL).isNotEmpty();
    assertThat(open)
        .as("law 10: a class is final, a record or sealed, so that who reads it has read it all")
        .isSubsetOf(OPEN.keySet());
  }

  @Test
  void law10_publicClasses_areUsedElsewhere() {
    classes()
        .that()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .and()
        .resideOutsideOfPackages(PUBLIC, JUNIT5)
        .and(
            describe(
                "are not public for others",
                type -> !PUBLIC_FOR_OTHERS.containsKey(type.getName())))
        .should(beUsedByAnotherPackageOrServiceLoader())
        .because("law 10: what only its own package uses stays in its package")
        .check(CLASSES);
  }

  private static ArchCondition<JavaClass> beUsedByAnotherPackageOrServiceLoader() {
    return new ArchCondition<>("be used by another package or by the ServiceLoader") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean used =
            type.isAssignableTo("io.robotocore.service.ServiceProvider")
                || type.isAssignableTo("io.robotocore.service.DocumentServices")
                || type.getDirectDependenciesToSelf().stream()
                    .anyMatch(use -> !use.getOriginClass().getPackage().equals(type.getPackage()));
        events.add(
            new SimpleConditionEvent(
                type, used, type.getName() + " is public and used in its package only"));
      }
    };
  }
}
