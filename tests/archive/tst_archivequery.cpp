// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivequery.h"
#include "models/filter/filter.h"
#include "tests/archive/fakearchive.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTest>

#include <variant>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Regular expressions that this program evaluates for a server.
class ArchiveQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sendsTheValuesThatARegexMatches_data();
    void sendsTheValuesThatARegexMatches();
};

void ArchiveQueryTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void ArchiveQueryTest::sendsTheValuesThatARegexMatches_data()
{
    QTest::addColumn<int>("values");
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("refusal"); // a part of it
    QTest::newRow("few") << 3 << 5 << QString();
    QTest::newRow("many long ones") << 2'000 << 5'000 << u"too long to be sent"_s;
    QTest::newRow("too many") << int(ArchiveQuery::MaxValues) + 1 << 1 << u"different values"_s;
}

void ArchiveQueryTest::sendsTheValuesThatARegexMatches()
{
    QFETCH(const int, values);
    QFETCH(const int, size);
    QFETCH(const QString, refusal);
    FakeArchive archive([&](const Support::Request &request) {
        RowBinaryWriter rows;
        if (request.body.contains("SELECT DISTINCT")) {
            for (int number = 0; number < values; ++number)
                rows.text("x" + std::to_string(number) + std::string(static_cast<std::size_t>(size), 'y'));
            rows.text("another");
        } else { // the ledger
            rows.number(quint32(1)).number(quint64(1)).texts({}).number(qint64(values));
            rows.number(quint8(1)).number(qint64(0)).number(Noon.value);
        }
        return FakeArchive::result(QByteArray::fromStdString(rows.bytes()));
    });
    QVERIFY(archive.listen());
    const auto session = archive.open();
    VERIFY_RESULT(session);
    const auto parsed = Filter::parse(u"actor:/(?=x)x/"_s);
    const auto *filter = std::get_if<Filter::NodePointer>(&parsed);
    QVERIFY(filter);

    const auto query = besides([&] { return prepareArchiveQuery(**session, *filter, {Noon}, {}); });

    QCOMPARE(query.hasValue(), refusal.isEmpty());
    if (!query) {
        QCOMPARE(query.error().kind, ErrorKind::Usage);
        QVERIFY2(query.error().message.contains(refusal), qPrintable(query.error().message));
        return;
    }
    const std::string &sql = query->condition.text();
    QVERIFY2(sql.find("'x2yyyyy'") != std::string::npos, sql.c_str());
    QVERIFY(sql.find("another") == std::string::npos);
}

TRAILGLASS_TEST(ArchiveQueryTest)
#include "tst_archivequery.moc"
