// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivesql.h"

#include "tests/runner/testclass.h"

#include <QtTest>

#include <limits>
#include <map>
#include <optional>
#include <random>
#include <type_traits>

using namespace Trailglass;

// No text that comes from elsewhere becomes SQL by itself.
static_assert(!std::is_constructible_v<ArchiveSql, std::string>);
static_assert(!std::is_constructible_v<ArchiveSql, std::string_view>);
static_assert(!std::is_constructible_v<ArchiveSql, const char *>);
static_assert(!std::is_constructible_v<ArchiveSql, QByteArray>);
static_assert(!std::is_constructible_v<ArchiveSql, QString>);

class ArchiveSqlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesTexts_data();
    void quotesTexts();
    void everyByteComesBackFromALiteral();
    void writesNumbers_data();
    void writesNumbers();
    void writesIdentifiers();
    void combinesConditions();
    void comparesWithSeveralTexts();
};

namespace {

QByteArray textOf(const ArchiveSql &sql)
{
    return QByteArray::fromStdString(sql.text());
}

/// What a server reads in a literal.
/// \returns nothing if it ends too early or not at all
std::optional<std::string> readLiteral(std::string_view sql)
{
    static const std::map<char, char> Escapes{{'0', '\0'}, {'b', '\b'}, {'t', '\t'},  {'n', '\n'},
                                              {'f', '\f'}, {'r', '\r'}, {'\'', '\''}, {'\\', '\\'}};
    if (sql.size() < 2 || sql.front() != '\'' || sql.back() != '\'')
        return std::nullopt;
    const std::string_view inside = sql.substr(1, sql.size() - 2);
    std::string text;
    for (std::size_t place = 0; place < inside.size(); ++place) {
        if (inside[place] == '\'')
            return std::nullopt;
        if (inside[place] != '\\') {
            text += inside[place];
            continue;
        }
        if (++place == inside.size())
            return std::nullopt;
        if (inside[place] == 'x') {
            const QByteArray digits(inside.data() + place + 1, 2);
            text += static_cast<char>(digits.toUInt(nullptr, 16));
            place += 2;
        } else if (const auto escape = Escapes.find(inside[place]); escape != Escapes.end()) {
            text += escape->second;
        } else {
            return std::nullopt;
        }
    }
    return text;
}

} // namespace

void ArchiveSqlTest::quotesTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("none") << QByteArray() << QByteArray("''");
    QTest::newRow("plain") << QByteArray("ann@example.com") << QByteArray("'ann@example.com'");
    QTest::newRow("a quote") << QByteArray("it's") << QByteArray("'it\\'s'");
    QTest::newRow("two quotes") << QByteArray("''") << QByteArray("'\\'\\''");
    QTest::newRow("a backslash before a quote") << QByteArray("\\'") << QByteArray("'\\\\\\''");
    QTest::newRow("a backslash at the end") << QByteArray("a\\") << QByteArray("'a\\\\'");
    QTest::newRow("what looks like an escape") << QByteArray("\\n\\x41") << QByteArray("'\\\\n\\\\x41'");
    QTest::newRow("control characters") << QByteArray("\b\t\n\f\r", 5) << QByteArray("'\\b\\t\\n\\f\\r'");
    QTest::newRow("NUL before a digit") << QByteArray("\0"
                                                      "1",
                                                      2)
                                        << QByteArray("'\\01'");
    QTest::newRow("other control characters stay") << QByteArray("\x01\x7F") << QByteArray("'\x01\x7F'");
    QTest::newRow("letters stay") << QByteArray("Zo\u00EB \u65E5 \U0001F600")
                                  << QByteArray("'Zo\u00EB \u65E5 \U0001F600'");
    QTest::newRow("no UTF-8") << QByteArray("a\xFF\xC3") << QByteArray("'a\\xff\\xc3'");
    QTest::newRow("wildcards and comments")
        << QByteArray("%_--/*{x:String}") << QByteArray("'%_--/*{x:String}'");
    QTest::newRow("a second statement")
        << QByteArray("'; DROP TABLE event --") << QByteArray("'\\'; DROP TABLE event --'");
}

void ArchiveSqlTest::quotesTexts()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);

    QCOMPARE(textOf(ArchiveSql::literal(text.toStdString())), expected);
}

void ArchiveSqlTest::everyByteComesBackFromALiteral()
{
    std::mt19937 random(20261201); // NOLINT(cert-msc51-cpp): the same texts each time
    constexpr std::string_view Frequent = "\\'\"xn0\t\xC3\xA9\xFF";
    for (int run = 0; run < 5'000; ++run) {
        std::string text;
        for (std::size_t count = random() % 12; count > 0; --count) {
            const bool isFrequent = random() % 2 == 0;
            const auto choice = random();
            text += isFrequent ? Frequent[choice % Frequent.size()] : static_cast<char>(choice % 256);
        }
        const ArchiveSql literal = ArchiveSql::literal(text);
        const auto read = readLiteral(literal.text());
        QVERIFY2(read == text, literal.text().c_str());
    }
}

void ArchiveSqlTest::writesNumbers_data()
{
    QTest::addColumn<ArchiveSql>("sql");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("zero") << ArchiveSql::number(qint64{0}) << QByteArray("0");
    // After a minus, a sign would begin a comment.
    QTest::newRow("negative") << ArchiveSql::number(qint64{-5}) << QByteArray("(-5)");
    QTest::newRow("least") << ArchiveSql::number(std::numeric_limits<qint64>::min())
                           << QByteArray("(-9223372036854775808)");
    QTest::newRow("greatest") << ArchiveSql::number(std::numeric_limits<quint64>::max())
                              << QByteArray("18446744073709551615");
}

void ArchiveSqlTest::writesNumbers()
{
    QFETCH(const ArchiveSql, sql);
    QFETCH(const QByteArray, expected);

    QCOMPARE(textOf(sql), expected);
}

void ArchiveSqlTest::writesIdentifiers()
{
    QCOMPARE(textOf(ArchiveSql::identifier("j0.path")), QByteArray("`j0.path`"));
}

void ArchiveSqlTest::combinesConditions()
{
    QCOMPARE(textOf(allOf({})), QByteArray("1"));
    QCOMPARE(textOf(anyOf({})), QByteArray("0"));
    QCOMPARE(textOf(allOf({"a"})), QByteArray("a"));
    QCOMPARE(textOf(anyOf({"a"})), QByteArray("a"));
    QCOMPARE(textOf(allOf({"a", anyOf({"b", "c"})})), QByteArray("(a AND (b OR c))"));
    QCOMPARE(textOf(joinSql({"a", "b"}, ", ")), QByteArray("a, b"));
}

void ArchiveSqlTest::comparesWithSeveralTexts()
{
    QCOMPARE(textOf(isOneOf("op", {"a'"})), QByteArray("op = 'a\\''"));
    QCOMPARE(textOf(isOneOf("op", {"a", "b"})), QByteArray("op IN ('a', 'b')"));
}

TRAILGLASS_TEST(ArchiveSqlTest)
#include "tst_archivesql.moc"
