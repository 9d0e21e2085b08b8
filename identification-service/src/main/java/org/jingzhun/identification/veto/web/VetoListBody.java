package org.jingzhun.identification.veto.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.veto.AssetSource;
import org.jingzhun.identification.veto.ExceptionRule;
import org.jingzhun.identification.veto.Veto;
import org.jingzhun.identification.veto.VetoException;
import org.jingzhun.identification.veto.VetoList;
import org.jspecify.annotations.Nullable;

/** A list of vetoes as it is shown and sent. */
@Schema(name = "VetoList")
public record VetoListBody(
        @NotNull @Pattern(regexp = "[A-Z0-9-]{3,40}") String version,

        @Schema(description = "Where it holds, 12 digits.") @NotNull @Pattern(regexp = DivisionCode.PATTERN)
        String division,

        @NotNull LocalDate validFrom,

        @Schema(readOnly = true, description = "PUBLIC, UNVERIFIED, or LOCAL for what was loaded.") @Nullable
        String mark,

        @Schema(description = "The document that set it.") @NotBlank @Size(max = 500)
        String source,

        @NotNull @NotEmpty @Size(max = 50) List<@NotNull @Valid VetoBody> vetoes,

        @Schema(description = "The first that holds counts.") @NotNull @Size(max = 100)
        List<@NotNull @Valid ExceptionBody> exceptions) {

    private static final String LOCAL = "LOCAL";
    private static final String CODE = "[A-Z][A-Z_]{0,40}";
    private static final int DECIMALS = 2;

    /** A veto; its place in the list is its number. */
    @Schema(name = "Veto")
    public record VetoBody(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 500) String nameZh,
            @NotBlank @Size(max = 500) String nameEn,

            @Schema(description = "Whose records tell it; absent when only a visit can.") @Nullable
            AssetSource assetSource,

            @Schema(
                    description =
                            "Yuan from which on it counts, for example 30000.00; absent when the value does not matter.")
            @Pattern(regexp = "\\d{1,12}(\\.\\d{1,2})?")
            @Nullable
            String leastValue,

            @Schema(readOnly = true) @Nullable String mark,

            @NotBlank @Size(max = 500) String source) {

        static VetoBody of(Veto veto) {
            return new VetoBody(
                    veto.code(),
                    veto.nameZh(),
                    veto.nameEn(),
                    veto.assetSource(),
                    veto.leastValueFen() == 0
                            ? null
                            : BigDecimal.valueOf(veto.leastValueFen(), DECIMALS).toPlainString(),
                    veto.mark(),
                    veto.source());
        }

        Veto veto(int number) {
            long fen = leastValue == null
                    ? 0
                    : new BigDecimal(leastValue).movePointRight(DECIMALS).longValueExact();
            return new Veto(number, code, nameZh, nameEn, assetSource, fen, LOCAL, source);
        }
    }

    /** An exception; its place in the list is its number. */
    @Schema(name = "VetoException")
    public record ExceptionBody(
            @NotNull @Pattern(regexp = CODE) String code,

            @Schema(description = "The only veto that it excepts from; absent for all.")
            @Pattern(regexp = CODE)
            @Nullable
            String veto,

            @NotNull ExceptionRule rule,
            @NotBlank @Size(max = 500) String nameZh,
            @NotBlank @Size(max = 500) String nameEn,
            @Schema(readOnly = true) @Nullable String mark,
            @NotBlank @Size(max = 500) String source) {

        static ExceptionBody of(VetoException exception) {
            return new ExceptionBody(
                    exception.code(),
                    exception.veto(),
                    exception.rule(),
                    exception.nameZh(),
                    exception.nameEn(),
                    exception.mark(),
                    exception.source());
        }

        VetoException exception(int number) {
            return new VetoException(number, code, veto, rule, nameZh, nameEn, LOCAL, source);
        }
    }

    @AssertTrue(message = "{vetoes-once}")
    @Schema(hidden = true)
    boolean isUnambiguous() {
        if (vetoes == null || vetoes.contains(null)) {
            return true;
        }
        List<AssetSource> sources = vetoes.stream()
                .map(VetoBody::assetSource)
                .filter(Objects::nonNull)
                .toList();
        return vetoes.stream().map(VetoBody::code).distinct().count() == vetoes.size()
                && new HashSet<>(sources).size() == sources.size();
    }

    @AssertTrue(message = "{exceptions-once}")
    @Schema(hidden = true)
    boolean isExceptedFromItself() {
        if (vetoes == null || exceptions == null || vetoes.contains(null) || exceptions.contains(null)) {
            return true;
        }
        Set<String> codes = vetoes.stream().map(VetoBody::code).collect(Collectors.toSet());
        return exceptions.stream().map(ExceptionBody::code).distinct().count() == exceptions.size()
                && exceptions.stream().allMatch(each -> each.veto() == null || codes.contains(each.veto()));
    }

    static VetoListBody of(VetoList list) {
        return new VetoListBody(
                list.version(),
                DivisionCode.text(list.division()),
                list.validFrom(),
                list.mark(),
                list.source(),
                list.vetoes().stream().map(VetoBody::of).toList(),
                list.exceptions().stream().map(ExceptionBody::of).toList());
    }

    VetoList list() {
        List<Veto> numbered = new ArrayList<>();
        for (VetoBody each : vetoes) {
            numbered.add(each.veto(numbered.size() + 1));
        }
        List<VetoException> ordered = new ArrayList<>();
        for (ExceptionBody each : exceptions) {
            ordered.add(each.exception(ordered.size() + 1));
        }
        return new VetoList(version, DivisionCode.parse(division), validFrom, LOCAL, source, numbered, ordered);
    }
}
