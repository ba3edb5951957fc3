// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/schema.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"

#include "tests/store/storetesting.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// The view `events` as other tools see it: read through Qt SQL, without any code of this program.
class ViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void hasExactlyTheFieldsAsColumns();
    void holdsEveryFieldAsPlainText_data();
    void holdsEveryFieldAsPlainText();
    void holdsTimesAsMicroseconds();
    void listsOnlyCurrentEvents();
    void visitsEventsOnceInsteadOfOncePerSource();

private:
    using Row = std::vector<std::optional<std::string>>;
    static std::vector<Row> select(const std::string &sql);

    QTemporaryDir m_folder;
    std::vector<EventRecord> m_expected;
};

void ViewTest::initTestCase()
{
    auto writer = std::move(*EventWriter::open(m_folder.path()));
    const Result<SourceId> first = writer->addSource(source(u"Été"_s, u"nected"_s));
    const Result<SourceId> second = writer->addSource(source(u"b"_s, u"datafold"_s));
    const Result<SourceId> doomed = writer->addSource(source(u"doomed"_s));
    AwkwardEvents generator(11);
    VERIFY_RESULT(writer->commit(page(*first, generator.take(300))));
    VERIFY_RESULT(writer->commit(page(*doomed, generator.take(50))));
    VERIFY_RESULT(writer->commit(page(*second, generator.take(300))));
    VERIFY_RESULT(writer->commit(page(*second, {makeEvent("id-400", "{\"changed\":true}", UtcMicros{1})})));
    VERIFY_RESULT(writer->removeSource(*doomed, EventWriter::Purge::Yes));
    m_expected = allEvents(**EventReader::open(m_folder.path()));
    QCOMPARE(m_expected.size(), std::size_t(600));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s);
    database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
    database.setDatabaseName(WorkspacePaths::of(m_folder.path()).database);
    QVERIFY2(database.open(), qPrintable(database.lastError().text()));
}

void ViewTest::cleanupTestCase()
{
    QSqlDatabase::removeDatabase(QLatin1StringView(QSqlDatabase::defaultConnection));
}

std::vector<ViewTest::Row> ViewTest::select(const std::string &sql)
{
    std::vector<Row> rows;
    QSqlQuery query;
    query.setForwardOnly(true);
    if (!query.exec(QString::fromStdString(sql)))
        qWarning("%s", qPrintable(query.lastError().text()));
    while (query.next()) {
        Row row;
        for (int column = 0; column < query.record().count(); ++column) {
            const QVariant value = query.value(column);
            row.push_back(value.isNull() ? std::nullopt : std::optional(value.toString().toStdString()));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void ViewTest::hasExactlyTheFieldsAsColumns()
{
    std::vector<Row> expected;
    for (const Field field : allFields()) {
        if (field != Field::Raw)
            expected.push_back({std::string(name(field))});
    }
    QCOMPARE(select("SELECT name FROM pragma_table_info('events') ORDER BY cid"), expected);
}

void ViewTest::holdsEveryFieldAsPlainText_data()
{
    QTest::addColumn<int>("field");
    for (const Field field : allFields()) {
        if (Schema::storage(field) != Schema::Storage::Packed
            && Schema::storage(field) != Schema::Storage::Integer)
            QTest::newRow(std::string(name(field)).c_str()) << static_cast<int>(field);
    }
}

void ViewTest::holdsEveryFieldAsPlainText()
{
    QFETCH(int, field);
    const auto rows = select("SELECT \"" + std::string(name(static_cast<Field>(field))) + "\" FROM events");
    QCOMPARE(rows.size(), m_expected.size());
    std::string scratch;
    for (std::size_t index = 0; index < rows.size(); ++index) {
        const std::string_view expected = fieldText(m_expected[index], static_cast<Field>(field), scratch);
        const std::optional<std::string> &value = rows[index].front();
        QCOMPARE(value.has_value(), !expected.empty());
        QCOMPARE(value.value_or(""), std::string(expected));
    }
}

void ViewTest::holdsTimesAsMicroseconds()
{
    const auto rows = select("SELECT created, received, typeof(created), typeof(received) FROM events");
    QCOMPARE(rows.size(), m_expected.size());
    for (std::size_t index = 0; index < rows.size(); ++index) {
        const EventRecord &record = m_expected[index];
        QCOMPARE(rows[index],
                 (Row{std::to_string(record.event.created.value), std::to_string(record.received.value),
                      "integer", "integer"}));
    }
}

void ViewTest::listsOnlyCurrentEvents()
{
    QCOMPARE(select("SELECT count(*) FROM events"), (std::vector<Row>{{"600"}}));
    QCOMPARE(select("SELECT source, vendor, count(*) FROM events GROUP BY 1 ORDER BY 1"),
             (std::vector<Row>{{"b", "datafold", "300"}, {"Été", "nected", "300"}}));
}

void ViewTest::visitsEventsOnceInsteadOfOncePerSource()
{
    const auto plan = select("EXPLAIN QUERY PLAN SELECT * FROM events");
    QVERIFY(!plan.empty());
    QCOMPARE(plan.front().back(), std::optional<std::string>("SCAN event"));
}

TRAILGLASS_TEST(ViewTest)
#include "tst_view.moc"
