package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Amazon ECS: as many tasks are run as somebody asks for.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html">
 *     RunTask</a>
 */
final class Ecs implements Behaviour {

  private static final String TASK = "task";
  private static final String TASKS = "tasks";
  private static final String TOKEN = "clientToken";

  /** The attribute with the id of the first task that was run by the same request. */
  private static final String FIRST = "first";

  @Override
  public Map<String, Answer> operations() {
    return Map.of("RunTask", Ecs::run);
  }

  private static Map<String, Object> run(Scene scene) {
    Resource resource = scene.design().resource(TASK).orElseThrow();
    Creation creation = new Creation(scene, resource);
    boolean repeated = creation.repeated().isPresent();
    Entity first = creation.create();
    List<Entity> tasks = new ArrayList<>(List.of(first));
    if (repeated) {
      tasks.addAll(runWith(scene, first));
    } else {
      Creation another = new Creation(withoutToken(scene), resource);
      for (int i = 1; i < count(scene); i++) {
        Entity more = another.create().knowing(Map.of(FIRST, first.key().id()));
        scene.state().put(more);
        tasks.add(more);
      }
    }
    Map<String, Object> answer = new LinkedHashMap<>(creation.shown(first));
    answer.put(TASKS, tasks.stream().flatMap(task -> shown(creation, task).stream()).toList());
    return answer;
  }

  private static List<?> shown(Creation creation, Entity task) {
    return creation.shown(task).get(TASKS) instanceof List<?> list ? list : List.of();
  }

  private static List<Entity> runWith(Scene scene, Entity first) {
    return scene
        .state()
        .all(TASK)
        .filter(task -> task.attribute(FIRST).filter(first.key().id()::equals).isPresent())
        .toList();
  }

  private static int count(Scene scene) {
    return scene.input().get("count") instanceof Number count ? count.intValue() : 1;
  }

  /** The same call for another task, which has no token of its own. */
  private static Scene withoutToken(Scene scene) {
    Map<String, Object> input = new LinkedHashMap<>(scene.input());
    input.remove(TOKEN);
    return scene.with(new Scene.Request(scene.operation(), scene.shape(), input, Optional.empty()));
  }
}
