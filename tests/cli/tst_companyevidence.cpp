// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/merkle/ed25519.h"
#include "models/store/rawblock.h"
#include "models/store/sqlconnection.h"
#include "tests/cli/clirunner.h"
#include "tests/runner/testclass.h"
#include "tests/support/evidencescript.h"
#include "tests/support/fakevendors.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QtTest>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

/// Consecutive rows' JSON as it is stored.
struct PackedRows
{
    qint64 first = 0;
    qint64 count = 0;
    QByteArray bytes;
};

PackedRows packedRowsOf(SqlConnection &database, qint64 row)
{
    PackedRows rows;
    auto find = database.prepare("SELECT first_row, count, data FROM raw_block WHERE first_row <= ? "
                                 "ORDER BY first_row DESC LIMIT 1");
    if (!find)
        return {};
    find->bind(1, row);
    const auto found = find->firstRow([&rows](const Statement &at) {
        const std::span<const char> data = at.blob(2);
        rows = {at.integer(0), at.integer(1), QByteArray(data.data(), static_cast<qsizetype>(data.size()))};
    });
    return found && *found ? rows : PackedRows();
}

Result<void> storePacked(SqlConnection &database, const PackedRows &rows)
{
    TRY(Statement update, database.prepare("UPDATE raw_block SET data = ? WHERE first_row = ?"));
    update.bindBlob(1, {rows.bytes.constData(), static_cast<std::size_t>(rows.bytes.size())});
    update.bind(2, rows.first);
    return update.run();
}

/// One byte of the JSON of one event is another one, and the checksum fits: the work of somebody who knows the format.
/// \param step  what is added to the last digit of the JSON; 1 to 9
Result<PackedRows> withOneByteChanged(const PackedRows &rows, qint64 row, int step)
{
    RawBlockCodec codec;
    RawBlock block;
    TRY(codec.unpack({rows.bytes.constData(), static_cast<std::size_t>(rows.bytes.size())},
                     static_cast<std::size_t>(rows.count), block));
    std::string text(block.texts.at(static_cast<std::size_t>(row - rows.first)));
    char &digit = text.at(text.find_last_of("0123456789"));
    digit = static_cast<char>('0' + (digit - '0' + step) % 10);
    block.texts[static_cast<std::size_t>(row - rows.first)] = text;
    TRY(const std::span<const char> packed, codec.pack(block.texts));
    PackedRows changed = rows;
    changed.bytes = QByteArray(packed.data(), static_cast<qsizetype>(packed.size()));
    return changed;
}

} // namespace

/// Evidence of a company's events that five vendors' servers have sent.
class CompanyEvidenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_servers = std::make_unique<FakeVendors>(Company::Options{.seed = 7, .now = today(), .events = 900});
        QVERIFY(m_servers->listen());
        for (const Vendor vendor : FakeVendors::Vendors) {
            const VendorServer &server = m_servers->server(vendor);
            const QString title = toQString(name(vendor));
            QCOMPARE(m_prepared.addSource(title, title, server.settings(), server.secrets()).exitCode, 0);
        }
        const CliResult synced = m_prepared.run({u"sync"_s});
        QVERIFY2(synced.exitCode == 0, synced.errors.constData());
    }

    void init()
    {
        m_cli = m_prepared.another();
        QVERIFY(m_cli->copyFrom(m_prepared));
        QVERIFY(!m_cli->writeFile(u"key"_s, SigningKey::generate()->seed().reveal()).isEmpty());
        QCOMPARE(run(u"checkpoint key set file:{folder}/key"_s).exitCode, 0);
    }

    void namesThePurgeAndTheEventOfWhichOneByteWasChanged()
    {
        QCOMPARE(run(u"checkpoint --append {folder}/witness"_s).exitCode, 0);
        QCOMPARE(run(u"source remove nected --purge"_s).exitCode, 0);
        const CliResult purged = run(u"verify --against {folder}/witness"_s);
        QVERIFY2(purged.exitCode == 0, purged.output.constData());
        QVERIFY2(purged.output.contains("the source “nected” was removed by “trailglass-cli”"),
                 purged.output.constData());

        const QByteArray id = m_servers->company().incidentIds(Vendor::Asana).constFirst();
        const qint64 row = rowOf(id);
        const PackedRows before = packedRowsOf(*database(), row);
        QVERIFY(before.count > 0);
        // With one of 256 bytes the hash of the leaf begins as it did, and then only its chunk is named.
        QJsonObject json;
        QJsonObject problem;
        for (int step = 1; step <= 3 && problem.value(u"row"_s) != QJsonValue(row); ++step) {
            const auto changed = withOneByteChanged(before, row, step);
            QVERIFY(changed);
            QVERIFY(storePacked(*database(), *changed));
            json = run(u"--json verify --against {folder}/witness"_s).jsonObject();
            problem = json.value(u"problems"_s)[0].toObject();
        }
        QCOMPARE(json.value(u"ok"_s), QJsonValue(false));
        QCOMPARE(problem.value(u"kind"_s), QJsonValue(u"tree"_s));
        QCOMPARE(problem.value(u"row"_s), QJsonValue(row));
        QCOMPARE(problem.value(u"source"_s), QJsonValue(u"asana"_s));
        QCOMPARE(problem.value(u"id"_s).toString().toUtf8(), id);
        QCOMPARE(json.value(u"purges"_s)[0][u"source"_s], QJsonValue(u"nected"_s));
        const CliResult named = run(u"verify workspace"_s);
        QCOMPARE(named.exitCode, 1);
        QVERIFY2(named.output.contains(QByteArray("the event “" + id + "” of the source “asana”")),
                 named.output.constData());
        QVERIFY2(named.output.contains("the source “nected” was removed"), named.output.constData());

        QVERIFY(storePacked(*database(), before));
        const CliResult restored = run(u"verify --against {folder}/witness"_s);
        QVERIFY2(restored.exitCode == 0, restored.output.constData());
        QVERIFY2(restored.output.startsWith("The workspace is as it was stored"),
                 restored.output.constData());
        QVERIFY2(restored.output.contains("continues what was signed"), restored.output.constData());
    }

    /// Every line that README.txt gives to its reader, typed as it stands there.
    void aBundleOfTheIncidentVerifiesAsItsReadmeSays()
    {
        const CliResult created = run(
            u"--json evidence create ip:192.0.2.0/24 --verify-workspace --output {folder}/incident.zip"_s);
        QVERIFY2(created.exitCode == 0, created.errors.constData());
        QCOMPARE(QJsonDocument::fromJson(created.errors).object().value(u"complete"_s), QJsonValue(true));
        QCOMPARE(run(u"checkpoint key export {folder}/public.pem"_s).exitCode, 0);
        QCOMPARE(typedIn(m_cli->folder(), u"python3 -m zipfile -e incident.zip unpacked"_s).exitCode, 0);
        const QString unpacked = m_cli->path(u"unpacked"_s);
        requireTheIncident(contentOf(unpacked + u"/events.ndjson"_s));

        QStringList programs;
        for (const QByteArray &line : contentOf(unpacked + u"/README.txt"_s).split('\n')) {
            if (!line.startsWith("    "))
                continue;
            QString typed = QString::fromUtf8(line).trimmed();
            typed.replace(u"BUNDLE.zip"_s, m_cli->path(u"incident.zip"_s));
            typed.replace(u"--key KEY"_s, QString(u"--key "_s + m_cli->path(u"public.pem"_s)));
            typed.replace(u" verify_evidence.py"_s, QString(u" "_s + evidenceScript()));
            programs.append(typed.section(u' ', 0, 0));
            if (!typed.contains(u' '))
                continue; // the key itself
            const TypedCommand done = typedThere(unpacked, typed);
            QVERIFY2(done.exitCode == 0, QByteArray(typed.toUtf8() + ": " + done.output).constData());
        }
        QVERIFY2(programs.size() == 5, qPrintable(programs.join(u'\n')));
        QVERIFY(programs.constFirst().startsWith(u"trailglass.local/"_s));
        QCOMPARE(programs.sliced(1),
                 (QStringList{u"trailglass-cli"_s, u"python3"_s, u"sha256sum"_s, u"openssl"_s}));
    }

private:
    /// \param line  `{folder}` stands for CliRunner::folder()
    [[nodiscard]] CliResult run(const QString &line) const
    {
        return m_cli->run(QString(line).replace(u"{folder}"_s, m_cli->folder()).split(u' '));
    }

    /// As typedIn(), with the program of this build.
    [[nodiscard]] TypedCommand typedThere(const QString &folder, const QString &line) const
    {
        if (!line.startsWith(u"trailglass-cli "_s))
            return typedIn(folder, line);
        const CliResult result = m_cli->run(line.split(u' ').sliced(1));
        return {result.exitCode, result.output + result.errors};
    }

    /// The events of a bundle are of the night of the incident and of nothing else, from three vendors.
    void requireTheIncident(const QByteArray &lines) const
    {
        QSet<QString> sources;
        for (const QByteArray &line : lines.trimmed().split('\n')) {
            const QJsonObject event = QJsonDocument::fromJson(line).object();
            const QString source = event[u"source"_s].toString();
            const auto vendor = vendorFromName(source.toStdString());
            QVERIFY2(vendor, line.constData());
            const QByteArray id = event[u"id"_s].toString().toUtf8();
            QVERIFY2(m_servers->company().incidentIds(*vendor).contains(id), line.constData());
            sources.insert(source);
        }
        QCOMPARE(sources, (QSet<QString>{u"asana"_s, u"datafold"_s, u"nected"_s}));
    }

    [[nodiscard]] std::unique_ptr<SqlConnection> database() const
    {
        return *SqlConnection::openForWriting(m_cli->workspace() + u"/trailglass.sqlite"_s);
    }
    [[nodiscard]] qint64 rowOf(const QByteArray &id) const
    {
        return database()->integer("SELECT row FROM event WHERE id = '" + id.toStdString() + "'").value();
    }

    std::unique_ptr<FakeVendors> m_servers;
    CliRunner m_prepared; ///< with all events, and without a key
    std::unique_ptr<CliRunner> m_cli;
};

TRAILGLASS_TEST(CompanyEvidenceTest)
#include "tst_companyevidence.moc"
