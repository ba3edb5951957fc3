// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivequeryengine.h"
#include "models/archive/archiveschema.h"
#include "models/archive/rowtimes.h"
#include "models/store/eventreader.h"
#include "tests/archive/archivestage.h"
#include "tests/archive/chdbbridge.h"
#include "tests/archive/clickhouseserver.h"
#include "tests/archive/writtenfilter.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

QString shipped(const QString &name)
{
    QFile file(QStringLiteral(TRAILGLASS_CLICKHOUSE_FILES) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(name));
    return QString::fromUtf8(file.readAll());
}

/// The statements of rights.sql, without its comments.
QStringList rightsStatements()
{
    static const QRegularExpression comments(u"--[^\n]*"_s);
    QStringList statements;
    for (const QString &part : shipped(u"rights.sql"_s).remove(comments).split(u';')) {
        if (const QString statement = part.simplified(); !statement.isEmpty())
            statements.append(statement);
    }
    return statements;
}

} // namespace

/// The files that administrators make the users of an archive with.
class ArchiveRightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void theUsersFileIsWhatAServerWithoutGrantNeeds();
    void everyStatementOfTheRightsIsOneOfTheServer();
    void theRightsNameEveryTable();
};

void ArchiveRightsTest::theUsersFileIsWhatAServerWithoutGrantNeeds()
{
    ClickHouseServer server;
    ArchiveStage stage(server);
    const QByteArray hash =
        QCryptographicHash::hash(ArchiveServer::keyText().toUtf8(), QCryptographicHash::Sha256).toHex();
    server.setUsersFile(shipped(u"users.xml"_s)
                            .replace(u"CHANGE-ME"_s, QString::fromLatin1(hash))
                            .replace(u"<database>audit<"_s, u"<database>%1<"_s.arg(stage.database())));
    START_SERVER(server);
    VERIFY_RESULT(stage.create());
    const PushWorkspace workspace(u"work"_s, u"asana-main"_s, 20);
    VERIFY_RESULT(stage.push(workspace));
    QCOMPARE(stage.difference(workspace), QString());

    const auto session = stage.open(u"reader"_s);
    VERIFY_RESULT(session);
    RowTimes times;
    const auto count = ArchiveQueryEngine(**session, times)
                           .count(treeOf(u"source:asana-main"_s), contextIn("UTC").query, {});
    VERIFY_RESULT(count);
    QCOMPARE(*count, 20);
    const auto reader = EventReader::open(workspace.folder());
    const ManualClock clock("2026-11-30T12:00:00Z");
    VERIFY_REFUSED(pushToArchive(**reader, **session, ArchiveStage::plan(workspace), clock, {}),
                   ErrorKind::Forbidden, u"“reader”"_s);
    VERIFY_REFUSED((*session)->execute("INSERT INTO archive (format, at) VALUES (1, 2)", {}),
                   ErrorKind::Forbidden, u"does not allow"_s); // whatever the program does
    const auto elsewhere = stage.open();
    VERIFY_RESULT(elsewhere);
    VERIFY_REFUSED((*elsewhere)->execute("CREATE DATABASE other", {}, ArchiveSession::Scope::Server),
                   ErrorKind::Forbidden, u"does not allow"_s);
}

/// Parsed only: chdb has no store of users that could be written to.
void ArchiveRightsTest::everyStatementOfTheRightsIsOneOfTheServer()
{
    if (const QString reason = ChdbBridge::reasonMissing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    ChdbBridge server;
    QVERIFY2(server.start(), qPrintable(server.errors()));
    const auto session = ArchiveSession::open({server.place(u"default"_s), ArchiveServer::key()}, {});
    VERIFY_RESULT(session);
    const auto parsed = [&session](const QString &statement) {
        return (*session)->execute("EXPLAIN AST " + statement.toStdString(), {},
                                   ArchiveSession::Scope::Server);
    };
    QVERIFY(!parsed(u"GRANT SELECT ON audit.event TO"_s));
    QVERIFY(!parsed(u"CREATE ROW POLICY p ON audit.event WITH source = 'a'"_s));
    const QStringList statements = rightsStatements();
    QVERIFY(statements.size() > 20);
    for (const QString &statement : statements) {
        const auto result = parsed(statement);
        QVERIFY2(result.hasValue(), result ? "" : qPrintable(statement + u" | "_s + result.error().message));
    }
}

void ArchiveRightsTest::theRightsNameEveryTable()
{
    QStringList tables;
    for (const std::string_view table : archiveTables())
        tables.append(QString::fromUtf8(table.data(), static_cast<qsizetype>(table.size())));
    const QStringList statements = rightsStatements();
    // Who sees some sources alone has a right on each table; all others have one on the whole database.
    for (const QString &table : tables) {
        const bool isNamed = statements.contains(u"GRANT SELECT ON audit.%1 TO team"_s.arg(table))
            || statements.contains(u"GRANT SHOW COLUMNS ON audit.%1 TO team"_s.arg(table));
        QVERIFY2(isNamed, qPrintable(table));
    }
    static const QRegularExpression named(u"\\baudit\\.(\\w+)"_s);
    for (const QString &statement : statements) {
        const QString table = named.match(statement).captured(1);
        QVERIFY2(table.isEmpty() || tables.contains(table), qPrintable(statement));
    }
    for (const char *user : {"push", "reader", "analyst"}) {
        const QString right = u"SELECT(, INSERT)? ON audit\\.\\* TO %1"_s.arg(QString::fromLatin1(user));
        QVERIFY2(!statements.filter(QRegularExpression(u"^GRANT "_s + right + u'$')).isEmpty(), user);
    }
}

TRAILGLASS_TEST(ArchiveRightsTest)
#include "tst_archiverights.moc"
