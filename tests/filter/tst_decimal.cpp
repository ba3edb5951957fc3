// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/decimal.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <array>
#include <cmath>
#include <random>

using namespace Trailglass::Filter;

class DecimalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNumbers_data();
    void knowsNumbers();
    void comparesEveryDigit_data();
    void comparesEveryDigit();
    void agreesWithDoublesWhereTheyAreExact();
};

void DecimalTest::knowsNumbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isNumber");
    for (const char *number : {"0", "-0", "42", "007", "-5", "0.10", "1e400", "1E+5", "-1.5e-3"})
        QTest::newRow(number) << QByteArray(number) << true;
    for (const char *text :
         {"", "-", "+5", ".5", "5.", "1e", "1e+", "0x10", "1 ", "1,5", "--1", "1.2.3", "NaN", "٣"})
        QTest::newRow(text) << QByteArray(text) << false;
}

void DecimalTest::knowsNumbers()
{
    QFETCH(const QByteArray, text);
    QTEST(isDecimal(text.toStdString()), "isNumber");
}

void DecimalTest::comparesEveryDigit_data()
{
    QTest::addColumn<QByteArray>("lesser");
    QTest::addColumn<QByteArray>("greater");
    const auto less = [](const char *lesser, const char *greater) {
        QTest::addRow("%s < %s", lesser, greater) << QByteArray(lesser) << QByteArray(greater);
    };
    less("-1", "0");
    less("-2", "-1");
    less("9", "10");
    less("-10", "-9");
    less("0.1", "0.11");
    less("1.09", "1.1");
    less("0", "1e-400");
    less("-1e-400", "0");
    less("1e399", "1e400");
    less("9e399", "1e400");
    less("-1e400", "1e-400");
    less("123456789012345678901234567890", "123456789012345678901234567891");
    less("9007199254740992", "9007199254740993");
    less("0.1", "0.1000000000000000000000000000000001");
    less("99e1", "1000");
    less("1e-99999999999999999999", "1e-400");
    less("1e400", "1e99999999999999999999");
}

void DecimalTest::comparesEveryDigit()
{
    QFETCH(const QByteArray, lesser);
    QFETCH(const QByteArray, greater);
    QVERIFY(compareDecimals(lesser.toStdString(), greater.toStdString()) < 0);
    QVERIFY(compareDecimals(greater.toStdString(), lesser.toStdString()) > 0);
    QVERIFY(compareDecimals(lesser.toStdString(), lesser.toStdString()) == 0);
}

void DecimalTest::agreesWithDoublesWhereTheyAreExact()
{
    constexpr std::array same{"1000", "1e3", "1000.000", "10E+2", "0.1e4", "100000e-2", "01000"};
    for (const char *left : same) {
        for (const char *right : same)
            QVERIFY2(compareDecimals(left, right) == 0, left);
    }
    QVERIFY(compareDecimals("-0.0e5", "0") == 0);
    std::mt19937_64 random(3);
    const auto number = [&random] {
        // Quarters between ±1,024: exact in binary and in decimal.
        return static_cast<double>(static_cast<int>(random() % 8'192) - 4'096) / 4.0;
    };
    for (int round = 0; round < 20'000; ++round) {
        const double left = number();
        const double right = number();
        const auto order = compareDecimals(QByteArray::number(left, round % 2 ? 'f' : 'e', 12).toStdString(),
                                           QByteArray::number(right, 'f', 2).toStdString());
        QCOMPARE(order < 0, left < right);
        QCOMPARE(order == 0, std::abs(left - right) < 0.1);
    }
}

TRAILGLASS_TEST(DecimalTest)
#include "tst_decimal.moc"
