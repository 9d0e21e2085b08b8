package org.jingzhun.identification.objection.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody holds against a case.
 *
 * @param caseId the exit, or the case of monitoring
 * @param raisedBy whoever objects; anybody may
 */
@Schema(name = "CaseObjectionBody")
public record ObjectionBody(
        @NotNull UUID caseId,
        @NotBlank @Size(max = 100) String raisedBy,
        @NotBlank @Size(max = 2000) String text) {}
