package io.robotocore.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The compiled main code of all modules. */
final class MainCode {
  static final String PUBLIC = "io.robotocore";
  static final String WIRE = "io.robotocore.wire..";
  static final String HTTP = "io.robotocore.http..";
  static final String MODEL = "io.robotocore.model..";
  static final String PROTOCOL = "io.robotocore.protocol..";
  static final String GATEWAY = "io.robotocore.gateway..";
  static final String STATE = "io.robotocore.state..";
  static final String SERVICE = "io.robotocore.service..";
  static final String JUNIT5 = "io.robotocore.junit5..";
  static final String SERVICES = "io.robotocore.services..";

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(MainCode::isNotTestJar)
          .importPackages("io.robotocore");

  private MainCode() {}

  /** Classes of this project that lie in none of the packages. */
  static DescribedPredicate<JavaClass> outside(String... packages) {
    return resideInAPackage("io.robotocore..")
        .and(DescribedPredicate.not(resideInAnyPackage(packages)))
        .as("belong to this project and reside outside of %s", String.join(", ", packages));
  }

  private static boolean isNotTestJar(Location location) {
    return !location.contains("-tests.jar");
  }
}
