// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/schema.h"

#include "models/store/dictionary.h"
#include "models/store/sqlconnection.h"
#include "models/store/transaction.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"

#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <set>
#include <thread>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// SQL with the expressions of schema.h: results, dictionaries, cancellation, one state of the database.
class SchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void textExpressionsReturnTheTextOfTheField_data();
    void textExpressionsReturnTheTextOfTheField();
    void codesAndDictionariesReturnTheTextOfTheField_data();
    void codesAndDictionariesReturnTheTextOfTheField();
    void integerExpressionsReturnMicroseconds();
    void listsOnlyGreaterCodesOnRequest();
    void endsALongStatementWhenCancelled();
    void endsALongStatementWhenInterrupted();
    void reportsBadSqlAndBadBindings();
    void seesOneStateInATransaction();
    void refusesToWriteThroughAReader();

private:
    static void addFields(const std::set<Schema::Storage> &storages);
    std::map<qint64, std::string> dictionaryOf(Field field, qint64 after = -1) const;
    /// \param compare  called with every row of table `event`, and the event it holds
    template <class Compare>
    void compareRows(const std::string &columns, const Compare &compare) const;

    QTemporaryDir m_folder;
    SourceId m_source;
    std::unique_ptr<EventWriter> m_writer;
    std::unique_ptr<SqlConnection> m_connection;
    std::vector<EventRecord> m_expected;
};

void SchemaTest::initTestCase()
{
    m_writer = std::move(*EventWriter::open(m_folder.path()));
    AwkwardEvents generator(17);
    for (const char *type : {"nected", "asana", "paradime"}) {
        const Result<SourceId> added =
            m_writer->addSource(source(u"a "_s + QLatin1String(type), QLatin1String(type)));
        VERIFY_RESULT(added);
        m_source = *added;
        VERIFY_RESULT(m_writer->commit(page(m_source, generator.take(200))));
    }
    m_expected = allEvents(**EventReader::open(m_folder.path()));
    QCOMPARE(m_expected.size(), std::size_t(600));
    m_connection = std::move(*SqlConnection::openForReading(m_folder.path()));
}

void SchemaTest::addFields(const std::set<Schema::Storage> &storages)
{
    QTest::addColumn<int>("field");
    for (const Field field : allFields()) {
        if (storages.contains(Schema::storage(field)))
            QTest::newRow(std::string(name(field)).c_str()) << static_cast<int>(field);
    }
}

template <class Compare>
void SchemaTest::compareRows(const std::string &columns, const Compare &compare) const
{
    auto statement = m_connection->prepare("SELECT " + columns + " FROM event ORDER BY row");
    VERIFY_RESULT(statement);
    std::size_t rows = 0;
    VERIFY_RESULT(statement->forEachRow([&](const Statement &row) {
        QVERIFY(rows < m_expected.size());
        compare(row, m_expected[rows++]);
    }));
    QCOMPARE(rows, m_expected.size());
}

void SchemaTest::textExpressionsReturnTheTextOfTheField_data()
{
    addFields({Schema::Storage::Code, Schema::Storage::Text, Schema::Storage::Composed});
}

void SchemaTest::textExpressionsReturnTheTextOfTheField()
{
    QFETCH(int, field);
    std::string scratch;
    compareRows(Schema::textExpression(static_cast<Field>(field)),
                [&](const Statement &row, const EventRecord &record) {
                    const std::string_view expected = fieldText(record, static_cast<Field>(field), scratch);
                    QCOMPARE(row.text(0), expected);
                    QCOMPARE(row.isNull(0), expected.empty());
                });
}

void SchemaTest::codesAndDictionariesReturnTheTextOfTheField_data()
{
    addFields({Schema::Storage::Code});
}

std::map<qint64, std::string> SchemaTest::dictionaryOf(Field field, qint64 after) const
{
    std::map<qint64, std::string> texts;
    const auto read =
        readDictionary(*m_connection, field, after,
                       [&texts](qint64 code, std::string_view text) { texts.emplace(code, text); });
    return read ? texts : std::map<qint64, std::string>();
}

void SchemaTest::codesAndDictionariesReturnTheTextOfTheField()
{
    QFETCH(int, field);
    const std::map<qint64, std::string> texts = dictionaryOf(static_cast<Field>(field));
    std::set<std::string> distinct;
    for (const auto &[code, text] : texts)
        QVERIFY2(distinct.insert(text).second, text.c_str());
    std::string scratch;
    compareRows(Schema::valueExpression(static_cast<Field>(field)),
                [&](const Statement &row, const EventRecord &record) {
                    const std::string_view expected = fieldText(record, static_cast<Field>(field), scratch);
                    QCOMPARE(row.isNull(0), expected.empty());
                    if (!expected.empty())
                        QCOMPARE(std::string_view(texts.at(row.integer(0))), expected);
                });
}

void SchemaTest::integerExpressionsReturnMicroseconds()
{
    compareRows(Schema::valueExpression(Field::Created) + ", " + Schema::valueExpression(Field::Received),
                [](const Statement &row, const EventRecord &record) {
                    QCOMPARE(row.integer(0), record.event.created.value);
                    QCOMPARE(row.integer(1), record.received.value);
                });
}

void SchemaTest::listsOnlyGreaterCodesOnRequest()
{
    for (const Field field : {Field::Action, Field::Op, Field::Source}) {
        const auto all = dictionaryOf(field);
        const auto second = std::next(all.begin());
        const auto later = dictionaryOf(field, second->first);
        QVERIFY(std::equal(later.begin(), later.end(), std::next(second), all.end()));
    }
}

void SchemaTest::endsALongStatementWhenCancelled()
{
    auto statement = m_connection->prepare("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                                           "SELECT count(*) FROM n");
    CancelSource cancel;
    Result<bool> ended = true;
    {
        const CancelScope scope(*m_connection, cancel.token());
        std::thread canceller([&] { cancel.cancel(); });
        ended = statement->hasRow();
        canceller.join();
    }
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::Cancelled);
    QCOMPARE(*m_connection->integer("SELECT count(*) FROM event"), 600);
}

void SchemaTest::endsALongStatementWhenInterrupted()
{
    auto statement = m_connection->prepare("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                                           "SELECT i FROM n");
    int visits = 0;
    const Result<void> ended = statement->forEachRow([&](const Statement &) {
        ++visits;
        std::thread interrupter([this] { m_connection->interrupt(); });
        interrupter.join();
    });
    QVERIFY(!ended);
    QCOMPARE(visits, 1);
    QCOMPARE(ended.error().kind, ErrorKind::Cancelled);
    QCOMPARE(*m_connection->integer("SELECT count(*) FROM event"), 600);
}

void SchemaTest::reportsBadSqlAndBadBindings()
{
    const Error bad = m_connection->prepare("SELECT nothing FROM nowhere").error();
    QCOMPARE(bad.kind, ErrorKind::Storage);
    // Not SQLite's own words, which may quote the file.
    QCOMPARE(bad.detail, u"SQLite code 1: SQL logic error"_s);
    auto statement = m_connection->prepare("SELECT ?");
    QCOMPARE(statement->bind(2, qint64(1)).run().error().kind, ErrorKind::Storage);
}

void SchemaTest::seesOneStateInATransaction()
{
    const auto before = m_connection->integer("SELECT count(*) FROM event");
    {
        const auto transaction = ReadTransaction::begin(*m_connection);
        QCOMPARE(*m_connection->integer("SELECT count(*) FROM event"), *before);
        VERIFY_RESULT(m_writer->commit(page(m_source, {makeEvent("late")})));
        QCOMPARE(*m_connection->integer("SELECT count(*) FROM event"), *before);
        const auto nested = ReadTransaction::begin(*m_connection);
        VERIFY_RESULT(nested);
    }
    QCOMPARE(*m_connection->integer("SELECT count(*) FROM event"), *before + 1);
}

void SchemaTest::refusesToWriteThroughAReader()
{
    const Result<void> refused = m_connection->execute("DELETE FROM event");
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
}

TRAILGLASS_TEST(SchemaTest)
#include "tst_schema.moc"
