package io.robotocore.services.modeled;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Amazon SimpleDB: domains, the items in them, and its query language.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDB_API_Operations.html">
 *     Operations</a>
 */
final class Sdb implements Behaviour {

  private static final List<String> OPERATIONS =
      List.of(
          "CreateDomain",
          "DeleteDomain",
          "ListDomains",
          "DomainMetadata",
          "PutAttributes",
          "BatchPutAttributes",
          "DeleteAttributes",
          "BatchDeleteAttributes",
          "GetAttributes",
          "Select");

  @Override
  public Map<String, Answer> operations() {
    Answer answer = scene -> answer(scene.operation().name(), new SdbView(scene));
    return OPERATIONS.stream().collect(Collectors.toMap(Function.identity(), name -> answer));
  }

  private static Map<String, Object> answer(String operation, SdbView view) {
    return switch (operation) {
      case "CreateDomain" -> new SdbDomains(view).create();
      case "DeleteDomain" -> new SdbDomains(view).delete();
      case "ListDomains" -> new SdbDomains(view).list();
      case "DomainMetadata" -> new SdbDomains(view).metadata();
      case "PutAttributes" -> new SdbAttributes(view).put();
      case "BatchPutAttributes" -> new SdbAttributes(view).putBatch();
      case "DeleteAttributes" -> new SdbAttributes(view).delete();
      case "BatchDeleteAttributes" -> new SdbAttributes(view).deleteBatch();
      case "GetAttributes" -> new SdbAttributes(view).get();
      case "Select" -> new SdbSelection(view).select();
      default -> throw new IllegalArgumentException(operation);
    };
  }
}
