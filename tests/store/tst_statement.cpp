// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/sqlconnection.h"
#include "models/store/storedrow.h"
#include "tests/runner/testclass.h"

#include "tests/store/storetesting.h"

#include <QTest>

using namespace Trailglass;
using namespace Trailglass::Testing;

/// Visiting the rows of a statement. After each visit, and whatever ended it, the statement starts at its first row.
class StatementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void visitsEveryRow_data();
    void visitsEveryRow();
    void visitsTheFirstRowOnly();
    void endsWithTheErrorOfAVisit();
    void endsWithTheErrorOfTheStatement();
    void checksStoredRowsAfterEachVisit();

private:
    /// \returns the numbers from 1 to \a last, one per row
    Statement numbersUpTo(qint64 last) const;
    static std::vector<qint64> visited(Statement &statement);

    std::unique_ptr<SqlConnection> m_connection;
};

void StatementTest::init()
{
    m_connection = std::move(*SqlConnection::openInMemory());
}

Statement StatementTest::numbersUpTo(qint64 last) const
{
    // The last row of a negative limit is an error: abs() of the least integer overflows.
    Statement statement = std::move(
        *m_connection->prepare("WITH RECURSIVE n(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM n) "
                               "SELECT CASE WHEN number = -?1 THEN abs(-9223372036854775808) ELSE number "
                               "END AS number FROM n LIMIT abs(?1)"));
    statement.bind(1, last);
    return statement;
}

std::vector<qint64> StatementTest::visited(Statement &statement)
{
    std::vector<qint64> numbers;
    [&] {
        VERIFY_RESULT(statement.forEachRow([&](const Statement &row) { numbers.push_back(row.integer(0)); }));
    }();
    return numbers;
}

void StatementTest::visitsEveryRow_data()
{
    QTest::addColumn<int>("rows");

    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("many") << 1000;
}

void StatementTest::visitsEveryRow()
{
    QFETCH(const int, rows);
    Statement statement = numbersUpTo(rows);
    std::vector<qint64> expected;
    for (int number = 1; number <= rows; ++number)
        expected.push_back(number);
    QCOMPARE(visited(statement), expected);
    QCOMPARE(visited(statement), expected);
    QCOMPARE(*statement.hasRow(), rows > 0);
}

void StatementTest::visitsTheFirstRowOnly()
{
    Statement statement = numbersUpTo(3);
    std::vector<qint64> numbers;
    const auto visit = [&](const Statement &row) {
        numbers.push_back(row.integer(0));
    };
    QVERIFY(*statement.firstRow(visit));
    QVERIFY(*statement.firstRow(visit));
    QCOMPARE(numbers, std::vector<qint64>({1, 1}));
    QVERIFY(!*statement.bind(1, 0).firstRow(visit));
    QCOMPARE(numbers.size(), std::size_t(2));
}

void StatementTest::endsWithTheErrorOfAVisit()
{
    Statement statement = numbersUpTo(5);
    int visits = 0;
    const auto failAtTheSecond = [&](const Statement &row) -> Result<void> {
        ++visits;
        return row.integer(0) == 2 ? Result<void>(Error{.kind = ErrorKind::Usage, .message = {}})
                                   : Result<void>();
    };
    const Result<void> done = statement.forEachRow(failAtTheSecond);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Usage);
    QCOMPARE(visits, 2);
    QCOMPARE(visited(statement).size(), std::size_t(5));
}

void StatementTest::endsWithTheErrorOfTheStatement()
{
    Statement statement = numbersUpTo(-3);
    int visits = 0;
    const Result<void> done = statement.forEachRow([&visits](const Statement &) { ++visits; });
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Storage);
    QCOMPARE(visits, 2);
    QCOMPARE(visited(statement.bind(1, 3)).size(), std::size_t(3));
}

void StatementTest::checksStoredRowsAfterEachVisit()
{
    Statement statement = numbersUpTo(5);
    int visits = 0;
    const Result<void> done = forEachStoredRow(statement, "numbers", [&visits](StoredRow &row) {
        ++visits;
        row.number(0, {1, 3});
    });
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Storage);
    QVERIFY(done.error().message.contains(QStringLiteral("numbers")));
    QCOMPARE(visits, 4);
    QVERIFY(!firstStoredRow(statement, "numbers", [](StoredRow &row) { row.number(0, {2, 3}); }));
    QVERIFY(*firstStoredRow(statement, "numbers", [](StoredRow &row) { row.number(0, {1, 3}); }));
}

TRAILGLASS_TEST(StatementTest)
#include "tst_statement.moc"
