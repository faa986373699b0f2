package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import io.robotocore.service.DocumentError;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was deployed with AWS AppConfig.
 *
 * @param call who asks
 * @param state what AppConfig has; empty if nobody has used it
 */
record AppConfigDeployments(Call call, Optional<ModeledState> state) {

  private static final int NOT_IMPLEMENTED = 501;

  /**
   * A configuration in an environment.
   *
   * @param application the application's id
   * @param environment the environment's id
   * @param profile the id of the configuration profile
   */
  record Target(String application, String environment, String profile) {}

  static AppConfigDeployments of(Call call) {
    return new AppConfigDeployments(call, Neighbour.of(call, "appconfig"));
  }

  /**
   * What a request names, each part by its name or its id.
   *
   * @throws DocumentError if something is not there
   */
  Target named(Map<String, Object> input) {
    String application = id("Application", input, entity -> true);
    Predicate<Entity> inIt = entity -> has(entity, "applicationid", application);
    return new Target(
        application, id("Environment", input, inIt), id("ConfigurationProfile", input, inIt));
  }

  private String id(String noun, Map<String, Object> input, Predicate<Entity> within) {
    String name = String.valueOf(input.get(noun + "Identifier"));
    return all(Names.canonical(noun))
        .filter(within)
        .filter(entity -> entity.key().id().equals(name) || has(entity, "name", name))
        .map(entity -> entity.key().id())
        .findFirst()
        .orElseThrow(() -> missing(noun));
  }

  private Stream<Entity> all(String noun) {
    return state.stream().flatMap(found -> found.all(noun));
  }

  private static boolean has(Entity entity, String attribute, String value) {
    return entity
        .attribute(attribute)
        .filter(found -> String.valueOf(found).equals(value))
        .isPresent();
  }

  /**
   * The version of a configuration that was deployed last.
   *
   * @throws DocumentError if none was, or if AppConfig does not keep it
   */
  Entity deployed(Target target) {
    Entity deployment =
        all("deployment")
            .filter(one -> has(one, "applicationid", target.application()))
            .filter(one -> has(one, "environmentid", target.environment()))
            .filter(one -> has(one, "configurationprofileid", target.profile()))
            .filter(this::isComplete)
            .max(Comparator.comparing(one -> number(one)))
            .orElseThrow(() -> missing("Deployment"));
    String version = String.valueOf(deployment.attribute("configurationversion").orElse(""));
    return all("hostedconfigurationversion")
        .filter(one -> has(one, "configurationprofileid", target.profile()))
        .filter(one -> has(one, "versionnumber", version) || has(one, "versionlabel", version))
        .findFirst()
        .orElseThrow(
            () ->
                DocumentError.unmodeled(
                    "NotImplemented",
                    "Configurations that AppConfig does not host are not implemented",
                    NOT_IMPLEMENTED));
  }

  /** Whether nobody has stopped it, and the time is over that it takes. */
  private boolean isComplete(Entity deployment) {
    return deployment.life().verb().equals("Start")
        && !deployment.life().changed().plus(call.transitionTime()).isAfter(call.now());
  }

  private static int number(Entity deployment) {
    return deployment.attribute("deploymentnumber").orElse(0) instanceof Integer number
        ? number
        : 0;
  }

  private static DocumentError missing(String noun) {
    String message = noun + " not found";
    return new DocumentError(
        "ResourceNotFoundException", message, Map.of("Message", message, "ResourceType", noun));
  }
}
