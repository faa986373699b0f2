/**
 * What a service module sees of the emulator: {@link io.robotocore.service.Service} to describe
 * itself and {@link io.robotocore.service.Call} to know who calls, where and when.
 */
@NullMarked
package io.robotocore.service;

import org.jspecify.annotations.NullMarked;
