package com.example.orders;

/**
 * What a customer wants.
 *
 * @param id the order's number
 * @param customer who wants it
 * @param article what
 * @param quantity how many
 */
public record Order(String id, String customer, String article, int quantity) {}
