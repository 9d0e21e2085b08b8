package org.jingzhun.identification.assessment;

/**
 * Why a recorded assessment is altered (涂改按印): each change on the form carries the fingerprint of who made it.
 *
 * @param changedBy who changed the form
 * @param fingerprint SHA-256 of the fingerprint's picture, 64 hexadecimal digits
 */
public record Alteration(String reason, String changedBy, String fingerprint) {}
