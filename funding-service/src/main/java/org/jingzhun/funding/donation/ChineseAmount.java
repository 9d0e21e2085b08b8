package org.jingzhun.funding.donation;

import org.jingzhun.funding.ledger.money.Money;

/** Amounts in the capital numerals of receipts (大写金额), which cannot be altered by a stroke. */
final class ChineseAmount {

    private static final String[] DIGITS = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};
    private static final int GROUP = 10_000;
    private static final int FEN = 100;

    private ChineseAmount() {}

    /** @param amount more than 0.00 yuan */
    static String of(Money amount) {
        long fen = amount.requirePositive("Amount of a receipt").fen();
        long yuan = fen / FEN;
        int jiao = (int) (fen % FEN / 10);
        int cent = (int) (fen % 10);
        var text = new StringBuilder();
        if (yuan > 0) {
            text.append(whole(yuan)).append("元");
        }
        if (jiao > 0) {
            text.append(DIGITS[jiao]).append("角");
        } else if (cent > 0 && yuan > 0) {
            text.append(DIGITS[0]);
        }
        return text.append(cent > 0 ? DIGITS[cent] + "分" : "整").toString();
    }

    private static String whole(long yuan) {
        var text = new StringBuilder();
        boolean gap = false;
        int highest = 0;
        for (long rest = yuan; rest >= GROUP; rest /= GROUP) {
            highest++;
        }
        for (int group = highest; group >= 0; group--) {
            int part = (int) (yuan / (long) Math.pow(GROUP, group) % GROUP);
            if (part == 0) {
                gap = true;
                continue;
            }
            if (!text.isEmpty() && (gap || part < GROUP / 10)) {
                text.append(DIGITS[0]);
            }
            text.append(four(part)).append(GROUPS[group]);
            gap = false;
        }
        return text.toString();
    }

    private static String four(int part) {
        var text = new StringBuilder();
        boolean zero = false;
        for (int place = PLACES.length - 1; place >= 0; place--) {
            int digit = part / (int) Math.pow(10, place) % 10;
            if (digit == 0) {
                zero = !text.isEmpty();
                continue;
            }
            if (zero) {
                text.append(DIGITS[0]);
                zero = false;
            }
            text.append(DIGITS[digit]).append(PLACES[place]);
        }
        return text.toString();
    }
}
