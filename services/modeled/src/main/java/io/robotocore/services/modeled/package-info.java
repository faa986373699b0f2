/**
 * Every AWS service that has no typed code, served from its API model.
 *
 * <p>A model says which nouns a service has (its {@linkplain
 * io.robotocore.services.modeled.Resource resources}), by which members they are named, which
 * errors there are, and how answers look. So what was created can be described, listed, changed,
 * tagged and deleted, in the service's own words. What an operation does beyond that is not known
 * to a model: such operations answer well-formed and without meaning ({@code synthesized}), and
 * those that would pretend to have computed something are not implemented.
 *
 * <p>Some services do more, by code of their own ({@link
 * io.robotocore.services.modeled.Behaviour}). What is not there of that:
 *
 * <ul>
 *   <li>Firehose delivers to S3 only: 501 for records of streams that go elsewhere, are
 *       transformed, converted, partitioned by their content, or packed otherwise than by GZIP.
 *       Backups are not made, and streams do not read from other streams.
 *   <li>IoT: nobody subscribes to topics, so that shadows change by their operations only.
 *   <li>AppConfig: 501 for configurations that it does not host. Deployments are complete after the
 *       transition time, whatever their strategy says.
 *   <li>ACM: certificates are not renewed; those validated by HTTP stay pending. An authority of
 *       the account's own signs public ones, which nobody trusts who does not know it.
 *   <li>Private CA: 501 for keys of ML-DSA and SM2, and for names of unusual kinds. Lists of what
 *       is revoked are not published.
 *   <li>IoT certificates: policies of the groups that a thing is in are not its own.
 *   <li>Resource Groups: 501 for queries for stacks. Only what is tagged is found; types that are
 *       not well known are told if they were asked for.
 *   <li>Lake Formation: permissions can be granted on what is not there, and keep nobody from
 *       anything.
 *   <li>SimpleDB: pages are not limited by their size.
 *   <li>MediaStore: an account has one place for the objects of all its containers.
 *   <li>Cognito identity: the tokens of login providers are believed, and rules that map to roles
 *       are not applied. Calls that are not signed are of the emulator's own account and region.
 *   <li>SWF: no Lambda functions; decisions that schedule them fail. Limits are those of open
 *       activities, timers and children.
 *   <li>X-Ray: 501 for filters by edges, groups, root causes and facts of instances.
 * </ul>
 */
@NullMarked
package io.robotocore.services.modeled;

import org.jspecify.annotations.NullMarked;
