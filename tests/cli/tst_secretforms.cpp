// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "tests/cli/clirunner.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakehttpserver.h"

#include <QJsonDocument>
#include <QtTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

/// With what each form escapes.
const QByteArray Key = R"(sk/live+0123:45"89<ab&cd\Ef==)";

using Write = std::function<QByteArray(const QByteArray &)>;

/// How a server writes the key.
struct Form
{
    const char *name;
    Write write;
    qsizetype eight; ///< characters that eight of the key take, at least
};

Write eachByte(const QByteArray &before, int base, int digits, const QByteArray &after)
{
    return [=](const QByteArray &key) {
        QByteArray written;
        for (const char byte : key)
            written += before
                + QByteArray::number(static_cast<quint8>(byte), base).rightJustified(digits, '0') + after;
        return written;
    };
}

Write base64(const QByteArray &before, const QByteArray &after, QByteArray::Base64Options options = {})
{
    return [=](const QByteArray &key) {
        return QByteArray(before + key + after).toBase64(options);
    };
}

Write broken(const Write &write, qsizetype step, const QByteArray &space)
{
    return [=](const QByteArray &key) {
        QByteArray written = write(key);
        for (qsizetype at = (written.size() - 1) / step * step; at > 0; at -= step)
            written.insert(at, space);
        return written;
    };
}

const Write AsItIs = [](const QByteArray &key) {
    return key;
};

const QList<Form> &forms()
{
    constexpr auto Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    static const QList<Form> all{
        {"as it is", AsItIs, 8},
        {"upper case", [](const QByteArray &key) { return key.toUpper(); }, 8},
        {"lower case", [](const QByteArray &key) { return key.toLower(); }, 8},
        {"percent", [](const QByteArray &key) { return key.toPercentEncoding(); }, 24},
        {"percent, lower case", [](const QByteArray &key) { return key.toPercentEncoding().toLower(); }, 24},
        {"percent, all", eachByte("%", 16, 2, {}), 24},
        {"percent, twice", [](const QByteArray &key) { return key.toPercentEncoding().toPercentEncoding(); },
         40},
        {"base64", base64({}, {}), 12},
        {"base64url", base64({}, {}, Url), 12},
        {"base64, second of a group", base64("user:x:", "@"), 12},
        {"base64, third of a group", base64("user:", "@host"), 12},
        {"base64url in a text", base64("me:", " ok", Url), 12},
        {"base64, percent", [](const QByteArray &key) { return key.toBase64().toPercentEncoding(); }, 12},
        {"base64 in lines", broken(base64("user:", {}), 6, "\r\n"), 12},
        {"hexadecimal", [](const QByteArray &key) { return key.toHex(); }, 16},
        {"hexadecimal, upper case", [](const QByteArray &key) { return key.toHex().toUpper(); }, 16},
        {"JSON",
         [](QByteArray key) {
             return key.replace('\\', R"(\\)").replace('/', R"(\/)").replace('"', R"(\")");
         },
         12},
        {"JSON, all", eachByte("\\u", 16, 4, {}), 48},
        {"HTML", [](const QByteArray &key) { return QString::fromLatin1(key).toHtmlEscaped().toLatin1(); },
         24},
        {"HTML, all", eachByte("&#", 10, 2, ";"), 48},
        {"with spaces", broken(AsItIs, 5, " "), 8},
        {"in lines", broken(AsItIs, 3, "\n"), 8},
        {"its beginning", [](const QByteArray &key) { return key.first(12); }, 8},
        {"its end", [](const QByteArray &key) { return key.last(12); }, 8},
        {"with stars", [](const QByteArray &key) { return QByteArray(key.first(6) + "****" + key.last(6)); },
         16},
    };
    return all;
}

/// Where a server writes it.
const QStringList Roads{u"body"_s, u"header"_s, u"address"_s, u"row"_s};

QByteArray jsonText(const QByteArray &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

Response respond(const Request &request)
{
    const QList<QByteArray> parts = request.path.split('/'); // of /FORM/ROAD/workspaces/…
    const QByteArray key = request.header("Authorization").mid(QByteArray("Bearer ").size());
    const QByteArray written = forms().at(parts.value(1).toInt()).write(key);
    const QByteArray road = parts.value(2);
    if (road == "body")
        return Response::json("{\"errors\":[{\"message\":" + jsonText("No key " + written + " here") + "}]}",
                              401);
    if (road == "header") {
        Response response = Response::json("{}");
        response.headers.append({"Content-Encoding", written.simplified()});
        return response;
    }
    if (road == "address")
        return Response::redirect("https://" + key.toHex() + ".example/" + written.toPercentEncoding());
    const bool isFirst = request.parameter("offset").isEmpty();
    const QByteArray row = "{\"gid\":\"1\",\"created_at\":" + jsonText(written) + '}';
    return Response::json("{\"data\":[" + (isFirst ? row : QByteArray())
                          + "],\"next_page\":{\"offset\":\"z\"}}");
}

/// Without whitespace: a server's line breaks are not shown as such.
QString packed(QString text)
{
    return text.simplified().remove(u' ');
}

/// All texts in a JSON value, without their escapes.
QString textsIn(const QJsonValue &value)
{
    QString texts = value.toString() + u'\n';
    const QJsonArray array = value.toArray();
    for (const QJsonValue element : array)
        texts += textsIn(element);
    const QJsonObject object = value.toObject();
    for (const QJsonValue element : object)
        texts += textsIn(element);
    return texts;
}

QString textsIn(const CliResult &result)
{
    QString texts;
    for (const QByteArray &line : result.lines())
        texts += textsIn(QJsonValue(QJsonDocument::fromJson(line).object()));
    return texts;
}

} // namespace

/// What a server gives back of the key, through the real program: in which form, and where it could come out.
class SecretFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesEveryRoad_data();
    void takesEveryRoad();
    void showsAndStoresNoFormOfTheKey_data();
    void showsAndStoresNoFormOfTheKey();

private:
    void addSources();
    [[nodiscard]] QString stored() const;
    [[nodiscard]] static QString nameOf(qsizetype form, const QString &road)
    {
        return u"%1-%2"_s.arg(QString::number(form), road);
    }

    FakeHttpServer m_server{&respond};
    CliRunner m_cli;
    QMap<QString, QJsonObject> m_reports; ///< by source
    QMap<QString, QString> m_sinks;
};

void SecretFormsTest::initTestCase()
{
    QVERIFY(m_server.listen());
    addSources();
    m_cli.environment().insert(u"ECHOED_KEY"_s, QString::fromLatin1(Key));

    const CliResult synced = m_cli.run({u"sync"_s, u"--json"_s, u"--trust"_s, u"--log"_s, u"all"_s});
    QVERIFY2(synced.exitCode == 3, synced.errors.constData()); // only the rows are no failure
    for (const QByteArray &line : synced.lines()) {
        const QJsonObject report = QJsonDocument::fromJson(line).object();
        m_reports.insert(report[u"source"].toString(), report);
    }
    const QStringList all{u"--json"_s, u"--limit"_s, u"1000"_s};
    const CliResult described = m_cli.run({u"doctor"_s, u"--report"_s, u"--json"_s});
    const CliResult retried = m_cli.run({u"quarantine"_s, u"retry"_s});
    m_sinks = {{u"report"_s, textsIn(synced)},
               {u"log"_s, QString::fromUtf8(synced.errors)},
               {u"run log"_s, textsIn(m_cli.run(QStringList{u"sync"_s, u"log"_s} + all))},
               {u"quarantine"_s, textsIn(m_cli.run(QStringList{u"quarantine"_s} + all))},
               {u"retry of the quarantined"_s, QString::fromUtf8(retried.output + retried.errors)},
               {u"list of sources"_s, QString::fromUtf8(m_cli.run({u"source"_s, u"list"_s}).output)},
               {u"bug report"_s, textsIn(QJsonValue(described.jsonObject()))},
               {u"stored texts"_s, stored()}};
}

void SecretFormsTest::addSources()
{
    const auto writer = EventWriter::open(m_cli.workspace());
    QVERIFY(writer.hasValue());
    for (qsizetype form = 0; form < forms().size(); ++form) {
        for (const QString &road : Roads) {
            SourceRecord source;
            source.name = nameOf(form, road);
            source.type = u"asana"_s;
            source.settings = {
                {u"base_url"_s, m_server.url(u"/%1/%2"_s.arg(QString::number(form), road)).toString()},
                {u"workspace_gid"_s, u"1"_s}};
            source.secrets = {{u"access_token"_s, {SecretReference::Kind::Environment, u"ECHOED_KEY"_s}}};
            QVERIFY((*writer)->addSource(source).hasValue());
        }
    }
}

/// What the database holds, but for the bytes of quarantined rows: they are evidence, and stay as they came.
QString SecretFormsTest::stored() const
{
    const auto reader = EventReader::open(m_cli.workspace()).value();
    QString texts;
    const auto sources = reader->sources().value();
    for (const SourceRecord &source : sources)
        texts += reader->sourceState(source.id)->lastError + u'\n';
    const auto runs = reader->runs(std::nullopt, 0).value();
    for (const RunRecord &run : runs) {
        texts += run.figures.warnings.join(u'\n') + u'\n';
        texts += run.figures.error ? run.figures.error->message + u'\n' : QString();
    }
    const auto rows = reader->quarantine({}).value();
    for (const QuarantineEntry &row : rows)
        texts += row.reason + u'\n' + row.place + u'\n';
    return texts;
}

void SecretFormsTest::takesEveryRoad_data()
{
    QTest::addColumn<qsizetype>("form");
    for (qsizetype form = 0; form < forms().size(); ++form)
        QTest::newRow(forms().at(form).name) << form;
}

void SecretFormsTest::takesEveryRoad()
{
    QFETCH(const qsizetype, form);
    const auto report = [&](const char *road) {
        return m_reports.value(nameOf(form, QString::fromLatin1(road)));
    };
    const auto verifyError = [&](const char *road, const char *kind, const QString &words) {
        const QJsonObject error = report(road)[u"error"].toObject();
        QCOMPARE(error[u"kind"].toString(), QString::fromLatin1(kind));
        const QString message = error[u"message"].toString();
        QVERIFY2(message.contains(words), qPrintable(message));
    };
    verifyError("body", "unauthorized", u"•••"_s);
    verifyError("header", "unsupported", u"compressed as"_s);
    verifyError("address", "redirect", u"https://•••"_s);
    QCOMPARE(report("row")[u"unreadable"].toInt(), 1);
    QVERIFY(textsIn(QJsonValue(report("row"))).contains(u"•••"_s));
    for (const QString &sink : {u"run log"_s, u"quarantine"_s, u"list of sources"_s, u"stored texts"_s})
        QVERIFY2(m_sinks.value(sink).contains(u"•••"_s) && m_sinks.value(sink).size() > 100,
                 qPrintable(sink));
    QVERIFY(m_sinks.value(u"log"_s).contains(u"\"category\":\"trailglass.http\""_s));
    QVERIFY(m_sinks.value(u"bug report"_s).contains(u"HTTP 401"_s));
    QVERIFY(!m_sinks.value(u"retry of the quarantined"_s).isEmpty());
}

void SecretFormsTest::showsAndStoresNoFormOfTheKey_data()
{
    QTest::addColumn<qsizetype>("form");
    QTest::addColumn<QString>("sink");
    for (qsizetype form = 0; form < forms().size(); ++form) {
        for (auto sink = m_sinks.keyBegin(); sink != m_sinks.keyEnd(); ++sink)
            QTest::addRow("%s, %s", forms().at(form).name, qPrintable(*sink)) << form << *sink;
    }
}

void SecretFormsTest::showsAndStoresNoFormOfTheKey()
{
    QFETCH(const qsizetype, form);
    QFETCH(const QString, sink);
    const QString text = packed(m_sinks.value(sink));
    const QString written = packed(QString::fromLatin1(forms().at(form).write(Key)));
    const qsizetype length = std::min(forms().at(form).eight, written.size());
    for (qsizetype at = 0; at + length <= written.size(); ++at) {
        const qsizetype found = text.indexOf(written.mid(at, length));
        QVERIFY2(found < 0, qPrintable(text.mid(std::max<qsizetype>(found - 100, 0), 300)));
    }
}

TRAILGLASS_TEST(SecretFormsTest)
#include "tst_secretforms.moc"
