package org.jingzhun.funding.donation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jingzhun.chassis.document.Document;
import org.jingzhun.chassis.document.Document.Block;
import org.jingzhun.chassis.document.Document.Fact;
import org.jingzhun.chassis.document.Document.Wording;
import org.jingzhun.funding.ledger.money.Money;

/** Receipts of donations (捐赠票据). */
@ApplicationScoped
public class Receipts {

    /**
     * A receipt.
     *
     * @param amountInWords in capital numerals (大写)
     * @param returned whether the donation went back, which voids it
     */
    public record Receipt(
            String number,
            String county,
            String donor,
            Donation.Form form,
            Money amount,
            String amountInWords,
            String goods,
            String purpose,
            LocalDate receivedOn,
            LocalDate receiptedOn,
            boolean returned) {}

    /** @throws DonationRefusal.NoReceipt while there is none */
    public Receipt of(Donation donation) {
        var on = donation.receiptedOn();
        if (on == null) {
            throw new DonationRefusal.NoReceipt(donation.id());
        }
        return new Receipt(
                donation.receipt(),
                Long.toString(donation.county()),
                donation.donor().onReceipt(),
                donation.form(),
                donation.amount(),
                ChineseAmount.of(donation.amount()),
                Objects.requireNonNullElse(donation.goods(), ""),
                donation.purpose(),
                donation.receivedOn(),
                on,
                donation.stage() == DonationStage.RETURNED);
    }

    /** To print; the same receipt gives the same document. */
    public Document print(Receipt receipt) {
        boolean goods = receipt.form() == Donation.Form.GOODS;
        var rows = List.of(List.of(
                goods ? receipt.goods() : "捐赠款",
                goods ? "物资" : "货币资金",
                receipt.amount().toString()));
        return new Document(
                receipt.returned() ? "社会扶贫捐赠票据（已退还）" : "社会扶贫捐赠票据",
                List.of(
                        new Fact("票据号码", receipt.number()),
                        new Fact("捐赠人", receipt.donor()),
                        new Fact("接收县", receipt.county()),
                        new Fact("接收日期", receipt.receivedOn().toString()),
                        new Fact("开票日期", receipt.receiptedOn().toString()),
                        new Fact("捐赠用途", receipt.purpose()),
                        new Fact("金额（小写）", "¥" + receipt.amount()),
                        new Fact("金额（大写）", receipt.amountInWords())),
                List.of(
                        new Block.Heading(1, "捐赠明细"),
                        new Block.Table(List.of("项目", "种类", "金额（元）"), rows),
                        new Block.Paragraph("所捐款物按捐赠用途专款专用，使用情况可凭票据号码查询。")),
                "票据号码 " + receipt.number(),
                Wording.CHINESE);
    }
}
