// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"
#include "tests/support/importfile.h"
#include "tests/support/testclient.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

/// The five servers together, the program around them, and the files it writes.
class FakeVendorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void describesAllFiveAndTheIncident();
    void addsFaultsByVendor();
    void servesUntilStandardInputCloses();
    void writesTheDescriptionToAFile();
    void refusesBadArguments_data();
    void refusesBadArguments();
    void writesImportFiles_data();
    void writesImportFiles();
    void writesTheSameFileForTheSameSeed();
    void saysWhenAFileDoesNotTakeItAll();

private:
    [[nodiscard]] static QString program()
    {
        return QStringLiteral(TRAILGLASS_BINARIES "/trailglass-fakevendors");
    }

    TestClient m_client;
};

namespace {

constexpr UtcMicros Now{1'795'132'800'000'000}; // 2026-11-20T00:00:00Z

/// A device that is full after so many bytes.
class FullDevice final : public QIODevice
{
public:
    explicit FullDevice(qint64 room)
        : m_room(room)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        const qint64 taken = std::min(size, m_room);
        m_room -= taken;
        return taken;
    }

private:
    qint64 m_room;
};

QByteArray imported(const ImportOptions &options)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return writeImportFile(options, buffer) ? buffer.data() : QByteArray();
}

} // namespace

void FakeVendorsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void FakeVendorsTest::describesAllFiveAndTheIncident()
{
    FakeVendors standIns({.seed = 1, .now = Now});
    QVERIFY(standIns.listen());
    const QJsonObject description = standIns.description();
    const QJsonObject vendors = description.value(u"vendors").toObject();
    QCOMPARE(vendors.keys(),
             (QStringList{u"asana"_s, u"datafold"_s, u"nected"_s, u"paradime"_s, u"secoda"_s}));
    for (const Vendor vendor : FakeVendors::Vendors) {
        const QJsonObject each = vendors.value(QString::fromStdString(std::string(name(vendor)))).toObject();
        const QJsonObject settings = each.value(u"settings").toObject();
        const QUrl url(settings.value(vendor == Vendor::Paradime ? u"endpoint"_s : u"base_url"_s).toString());
        QCOMPARE(url.host(), u"127.0.0.1"_s);
        QCOMPARE(url.port(), int(standIns.server(vendor).http().port()));
        QVERIFY(!each.value(u"secrets").toObject().isEmpty());
        QCOMPARE(each.value(u"events").toInteger(), qint64(standIns.company().events(vendor).size()));
    }
    const QJsonObject incident = description.value(u"incident").toObject();
    QCOMPARE(incident.value(u"start").toString(), u"2026-11-07T23:12:00.000000Z"_s);
    QCOMPARE(incident.value(u"actor").toString(), u"mara.quill@contractor.example"_s);
    QCOMPARE(incident.value(u"ip").toString(), u"192.0.2.66"_s);
}

void FakeVendorsTest::addsFaultsByVendor()
{
    FakeVendors standIns({.seed = 1, .now = Now, .events = 100});
    QVERIFY(standIns.addFaults("secoda=503"));
    QVERIFY(!standIns.addFaults("secoda=explode"));
    QVERIFY(!standIns.addFaults("github=503"));
    QVERIFY(!standIns.addFaults("503"));
    QCOMPARE(standIns.secoda().faults().next().size(), 1);
    QCOMPARE(standIns.asana().faults().next().size(), 0);
}

void FakeVendorsTest::servesUntilStandardInputCloses()
{
    QProcess process;
    process.start(
        program(),
        {u"--events"_s, u"300"_s, u"--now"_s, u"2026-11-20T00:00:00Z"_s, u"--faults"_s, u"datafold=503"_s});
    QVERIFY(process.waitForStarted());
    QByteArray output;
    while (!output.endsWith("}\n")) {
        QVERIFY(process.waitForReadyRead());
        output += process.readAllStandardOutput();
    }
    const QJsonObject datafold =
        QJsonDocument::fromJson(output).object().value(u"vendors").toObject().value(u"datafold").toObject();
    const QUrl url(datafold.value(u"settings").toObject().value(u"base_url").toString()
                   + u"/api/v1/audit_logs"_s);
    const QByteArray key =
        "Key " + datafold.value(u"secrets").toObject().value(u"api_key").toString().toUtf8();
    QCOMPARE(m_client.get(url, {{"Authorization", key}}).status, 503);
    const Reply reply = m_client.get(url, {{"Authorization", key}});
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json().value(u"logs").toArray().size(), datafold.value(u"events").toInteger());
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardError(), QByteArray());
}

void FakeVendorsTest::writesTheDescriptionToAFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ports.json"_s);
    QProcess process;
    process.start(program(), {u"--events"_s, u"100"_s, u"--ports-file"_s, path});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(file.readAll()).object().value(u"vendors").toObject().size(), 5);
    process.terminate();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
}

void FakeVendorsTest::refusesBadArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("time") << QStringList{u"--now"_s, u"yesterday"_s} << QByteArray("--now wants a time");
    QTest::newRow("fault") << QStringList{u"--faults"_s, u"asana=explode"_s}
                           << QByteArray("unknown fault or vendor: asana=explode");
    QTest::newRow("vendor") << QStringList{u"--write-import"_s, u"github"_s, u"5"_s, u"-"_s}
                            << QByteArray("use --write-import");
    QTest::newRow("count") << QStringList{u"--write-import"_s, u"asana"_s, u"five"_s, u"-"_s}
                           << QByteArray("use --write-import");
    QTest::newRow("form") << QStringList{u"--write-import"_s, u"asana"_s, u"5"_s, u"-"_s,
                                         u"--form"_s,         u"xml"_s}
                          << QByteArray("use --write-import");
    QTest::newRow("folder") << QStringList{u"--write-import"_s, u"asana"_s, u"5"_s, u"/nowhere/at/all"_s}
                            << QByteArray("/nowhere/at/all: ");
}

void FakeVendorsTest::refusesBadArguments()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, message);
    QProcess process;
    process.start(program(), arguments);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    const QByteArray error = process.readAllStandardError();
    QVERIFY2(error.startsWith(QByteArray("trailglass-fakevendors: " + message)), error.constData());
}

void FakeVendorsTest::writesImportFiles_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<QStringList>("rowPath");
    QTest::newRow("asana") << Vendor::Asana << QStringList{u"data"_s};
    QTest::newRow("secoda") << Vendor::Secoda << QStringList{u"results"_s};
    QTest::newRow("datafold") << Vendor::Datafold << QStringList{u"logs"_s};
    QTest::newRow("paradime") << Vendor::Paradime
                              << QStringList{u"data"_s, u"getAuditLogs"_s, u"auditLogs"_s};
    QTest::newRow("nected") << Vendor::Nected << QStringList{u"data"_s};
}

void FakeVendorsTest::writesImportFiles()
{
    QFETCH(Vendor, vendor);
    QFETCH(QStringList, rowPath);
    ImportOptions options{.vendor = vendor, .count = 3000, .now = Now};
    const QByteArray text = imported(options);
    QVERIFY(text.endsWith('\n'));
    QList<QByteArray> lines = text.chopped(1).split('\n');
    QCOMPARE(lines.size(), 3000);
    const qsizetype average = text.size() / lines.size();
    QVERIFY2(average > 400 && average < 1200, qPrintable(QString::number(average)));

    options.form = ImportForm::Response;
    const QByteArray response = imported(options);
    QVERIFY(response.contains(QByteArray("[" + lines.join(',') + "]")));
    QJsonValue rows = QJsonDocument::fromJson(response).object();
    for (const QString &step : rowPath)
        rows = rows.toObject().value(step);
    QCOMPARE(rows.toArray().size(), 3000);

    options.count = 0;
    QVERIFY(QJsonDocument::fromJson(imported(options)).isObject());
}

void FakeVendorsTest::writesTheSameFileForTheSameSeed()
{
    const ImportOptions options{.vendor = Vendor::Nected, .count = 500, .now = Now};
    ImportOptions other = options;
    other.seed = 2;
    QCOMPARE(imported(options), imported(options));
    QVERIFY(imported(options) != imported(other));
}

void FakeVendorsTest::saysWhenAFileDoesNotTakeItAll()
{
    FullDevice device(1'500'000);
    QVERIFY(!writeImportFile({.vendor = Vendor::Asana, .count = 10'000, .now = Now}, device));
}

TRAILGLASS_TEST(FakeVendorsTest)
#include "tst_fakevendors.moc"
