/**
 * Every AWS service that has no typed code, served from its API model.
 *
 * <p>A model says which nouns a service has (its {@linkplain
 * io.robotocore.services.modeled.Resource resources}), by which members they are named, which
 * errors there are, and how answers look. So what was created can be described, listed, changed,
 * tagged and deleted, in the service's own words. What an operation does beyond that is not known
 * to a model: such operations answer well-formed and without meaning ({@code synthesized}), and
 * those that would pretend to have computed something are not implemented.
 */
@NullMarked
package io.robotocore.services.modeled;

import org.jspecify.annotations.NullMarked;
