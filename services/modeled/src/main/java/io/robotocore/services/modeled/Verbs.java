package io.robotocore.services.modeled;

import java.util.Set;

/** What the verbs of operations mean, where they say it at all. */
final class Verbs {

  /** Something new comes into being. */
  static final Set<String> CREATE =
      Set.of(
          "Create",
          "Register",
          "Allocate",
          "Request",
          "Import",
          "Publish",
          "Run",
          "Define",
          "Provision",
          "Purchase",
          "Subscribe",
          "Upload",
          "Restore",
          "Copy",
          "Launch",
          "Issue",
          "Open",
          "Build",
          "Order",
          "Clone",
          "Generate",
          "Invite",
          "Initiate",
          "Schedule");

  /** Something is there afterwards, whether it was before or not. */
  static final Set<String> PUT = Set.of("Put", "Set", "Upsert");

  /** Something goes on for a while: a job, an execution. */
  static final Set<String> START = Set.of("Start", "Submit", "Initiate", "Run", "Schedule", "Send");

  static final Set<String> READ = Set.of("Get", "Describe", "Retrieve", "Lookup", "View", "Head");

  static final Set<String> LIST =
      Set.of("List", "Describe", "Get", "Search", "Discover", "Query", "Lookup");

  static final Set<String> UPDATE =
      Set.of(
          "Update",
          "Modify",
          "Change",
          "Set",
          "Put",
          "Edit",
          "Upgrade",
          "Configure",
          "Rename",
          "Increase",
          "Decrease",
          "Rotate",
          "Reset",
          "Replace",
          "Apply",
          "Move",
          "Adjust");

  static final Set<String> DELETE =
      Set.of(
          "Delete",
          "Deregister",
          "Terminate",
          "Release",
          "Remove",
          "Unsubscribe",
          "Destroy",
          "Revoke",
          "Deprovision",
          "Purge",
          "Dispose",
          "Unregister",
          "Discard",
          "Forget");

  /** Something goes on to another status. */
  static final Set<String> TRANSITION =
      Set.of(
          "Start",
          "Stop",
          "Enable",
          "Disable",
          "Activate",
          "Deactivate",
          "Cancel",
          "Accept",
          "Reject",
          "Suspend",
          "Resume",
          "Pause",
          "Reboot",
          "Restart",
          "Abort",
          "Archive",
          "Unarchive",
          "Approve",
          "Decline",
          "Complete",
          "Confirm",
          "Close",
          "Retry",
          "Rollback",
          "Failover",
          "Promote",
          "Deprecate",
          "Undeprecate",
          "Continue",
          "Signal",
          "Finalize",
          "Lock",
          "Unlock",
          "Verify",
          "Acknowledge",
          "Refresh",
          "Rebuild",
          "Reactivate",
          "Renew",
          "Switchover",
          "Publish",
          "Deploy",
          "Undeploy",
          "Reset",
          "Rotate",
          "Extend",
          "Notify");

  /** One thing is brought to another. */
  static final Set<String> RELATE =
      Set.of("Associate", "Attach", "Add", "Authorize", "Grant", "Assign", "Join", "Share", "Link");

  /** One thing is taken from another. */
  static final Set<String> UNRELATE =
      Set.of(
          "Disassociate",
          "Dissociate",
          "Detach",
          "Remove",
          "Revoke",
          "Unassign",
          "Leave",
          "Unshare",
          "Unlink",
          "Deauthorize");

  /** Results that nobody has computed. */
  static final Set<String> COMPUTE =
      Set.of(
          "Query",
          "Execute",
          "Invoke",
          "Detect",
          "Translate",
          "Predict",
          "Infer",
          "Recognize",
          "Analyze",
          "Generate",
          "Evaluate",
          "Calculate",
          "Estimate",
          "Classify",
          "Synthesize",
          "Encrypt",
          "Decrypt",
          "Sign",
          "Verify",
          "Validate",
          "Test",
          "Simulate",
          "Convert",
          "Chat",
          "Converse",
          "Search",
          "Select",
          "Scan",
          "Compare",
          "Rank",
          "Rerank",
          "Extract",
          "Redact",
          "Forecast",
          "Count",
          "Suggest",
          "Optimize",
          "Preview",
          "Check",
          "Re",
          "Contains",
          "Geocode",
          "Autocomplete",
          "Optimise",
          "Reverse",
          "Snap",
          "Is",
          "Resolve",
          "Render",
          "Poll",
          "Receive",
          "Assume",
          "Decode",
          "Retrieve",
          "Apply",
          "Ask",
          "Write",
          "Insert",
          "Derive",
          "Regenerate",
          "Exchange",
          "Forgot");

  /** Last words of nouns whose values somebody would have to compute. */
  static final Set<String> COMPUTED =
      Set.of(
          "result",
          "statistic",
          "metric",
          "forecast",
          "cost",
          "usage",
          "recommendation",
          "insight",
          "prediction",
          "data",
          "estimate",
          "price",
          "coverage",
          "utilization",
          "anomaly",
          "finding",
          "record",
          "token",
          "credential",
          "password",
          "key",
          "url",
          "answer",
          "telemetry",
          "sample",
          "output");

  /** Words anywhere in a noun that somebody would have to compute. */
  static final Set<String> RESULT =
      Set.of(
          "result",
          "statistic",
          "metric",
          "forecast",
          "cost",
          "usage",
          "recommendation",
          "insight",
          "prediction",
          "estimated",
          "estimate",
          "emission",
          "comparison",
          "difference",
          "credential",
          "token");

  /** Last words of nouns of which AWS brings along what there is: versions, types, offers. */
  static final Set<String> GIVEN =
      Set.of(
          "type",
          "version",
          "offering",
          "offer",
          "option",
          "class",
          "template",
          "model",
          "region",
          "zone",
          "limit",
          "category",
          "location",
          "product",
          "blueprint",
          "bundle",
          "format",
          "quota",
          "platform",
          "runtime",
          "image",
          "catalog",
          "language",
          "voice",
          "capability",
          "dimension",
          "standard",
          "size",
          "parameter",
          "setting",
          "default",
          "range");

  /** What is done by them goes out to somebody, or comes from there. */
  static final Set<String> SAY =
      Set.of("Send", "Post", "Publish", "Export", "Download", "Discover", "Notify", "Report");

  /** Last words of nouns that pass through a service: what becomes of them nobody knows. */
  static final Set<String> PASSING =
      Set.of("record", "event", "message", "email", "batch", "segment", "heartbeat", "evaluation");

  private Verbs() {}
}
