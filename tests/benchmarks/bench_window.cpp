// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Drives the real window over a workspace of Asana events and measures how long it keeps a reader waiting:
// `bench_window [EVENTS [FOLDER]]`, default 1,000,000 in a temporary folder. A folder that is there is filled
// only if it is empty; each run adds what its sync brings. Wants a display, or QT_QPA_PLATFORM=offscreen.
// Prints a Markdown table.

#include "app/trailglass/workspacewindow.h"
#include "models/core/text.h"
#include "tests/benchmarks/stallwatch.h"
#include "tests/workspace/secretstores.h"
#include "views/inspector/inspectorpane.h"
#include "views/inspector/longtextedit.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QToolButton>
#include <QtTest>

#include <cstdio>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 600'000; // ms
constexpr int ServedEvents = 53'000; // of five vendors; some 20,000 of them are Asana's
constexpr int MaxScrolled = 4'000; // pages
constexpr int HugeElements = 1'000'000; // of the list in one event

[[noreturn]] void fail(const QString &text)
{
    std::fprintf(stderr, "bench_window: %s\n", qPrintable(text));
    std::exit(EXIT_FAILURE);
}

void print(const char *what, double milliseconds, const char *goal)
{
    std::printf("| %s | %.1f ms | %s |\n", what, milliseconds, goal);
    std::fflush(stdout);
}

QString program(const QString &name)
{
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

/// Runs a program of this build to its end.
void run(const QString &name, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program(name), arguments);
    if (!process.waitForFinished(Patience) || process.exitCode() != 0)
        fail(name + u": "_s + arguments.join(u' '));
}

/// The five stand-in servers, in a process of their own.
class Servers
{
public:
    Servers()
    {
        m_process.start(program(u"trailglass-fakevendors"_s), {u"--events"_s, QString::number(ServedEvents)});
        if (!m_process.waitForReadyRead(Patience))
            fail(u"The stand-in servers do not start."_s);
        QByteArray json = m_process.readAll();
        while (QJsonDocument::fromJson(json).isNull() && m_process.waitForReadyRead(Patience))
            json += m_process.readAll();
        m_asana = QJsonDocument::fromJson(json)[u"vendors"][u"asana"].toObject();
    }
    ~Servers()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    Servers(const Servers &) = delete;
    Servers &operator=(const Servers &) = delete;

    [[nodiscard]] QJsonObject settings() const { return m_asana[u"settings"].toObject(); }
    [[nodiscard]] QJsonObject secrets() const { return m_asana[u"secrets"].toObject(); }

private:
    QProcess m_process;
    QJsonObject m_asana;
};

/// Adds a source whose key is in an environment variable, with the command line.
void addSource(const QString &workspace, const QString &name, const Servers &servers)
{
    QStringList arguments{u"--workspace"_s, workspace, u"source"_s, u"add"_s, u"asana"_s, name};
    const QJsonObject settings = servers.settings();
    for (auto setting = settings.begin(); setting != settings.end(); ++setting)
        arguments << u"--set"_s << setting.key() + u'=' + setting->toString();
    const QJsonObject secrets = servers.secrets();
    for (auto secret = secrets.begin(); secret != secrets.end(); ++secret) {
        const QString variable = "BENCH_SECRET_"_L1 + secret.key().toUpper();
        qputenv(variable.toUtf8().constData(), secret->toString().toUtf8());
        arguments << u"--secret"_s << secret.key() + "=env:"_L1 + variable;
    }
    run(u"trailglass-cli"_s, arguments);
}

void fill(const QString &workspace, qint64 events, const Servers &servers)
{
    if (QFile::exists(workspace + "/trailglass.sqlite"_L1))
        return;
    addSource(workspace, u"archive"_s, servers);
    const QString file = workspace + ".import"_L1;
    run(u"trailglass-fakevendors"_s, {u"--write-import"_s, u"asana"_s, QString::number(events), file});
    run(u"trailglass-cli"_s, {u"--workspace"_s, workspace, u"import"_s, u"archive"_s, file});
    QFile::remove(file);
}

/// Adds one event whose JSON is a long list; adding it again changes nothing.
void addHugeEvent(const QString &workspace)
{
    QByteArray json =
        R"({"gid":"huge","created_at":"2020-01-01T00:00:00Z","event_type":"huge_event","list":[0)";
    for (int element = 1; element < HugeElements; ++element)
        json += ',' + QByteArray::number(element);
    QTemporaryFile file;
    if (!file.open() || file.write(json + "]}") < 0 || !file.flush())
        fail(u"The huge event cannot be written."_s);
    run(u"trailglass-cli"_s, {u"--workspace"_s, workspace, u"import"_s, u"archive"_s, file.fileName()});
}

/// Whether the rows in sight are there, not only their places.
bool isPainted(const QTableView &table)
{
    return table.isVisible() && table.model()->rowCount() > 0
        && !table.indexAt({4, 4}).siblingAtColumn(0).data().toString().isEmpty();
}

/// QTest's own waits sleep between looks, which would count as stalls.
/// \returns whether \a condition came true
template <class Condition>
bool waitFor(Condition condition, int milliseconds)
{
    QEventLoop loop;
    QTimer looks;
    QObject::connect(&looks, &QTimer::timeout, &loop, [&] {
        if (condition())
            loop.exit(1);
    });
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    looks.start(2);
    return condition() || loop.exec() == 1;
}

void pause(int milliseconds)
{
    (void)waitFor([] { return false; }, milliseconds);
}

class Bench
{
public:
    explicit Bench(const QString &workspace)
        : m_workspace(workspace)
    {
        open();
    }

    void open()
    {
        Options options;
        options.workspace = m_workspace;
        options.hasFilter = true; // no filter of a run before
        m_workspaceWindow = std::make_unique<WorkspaceWindow>(
            options,
            WorkspaceWindow::Dependencies{m_keychain, m_clock, m_folder.filePath(u"settings.ini"_s)});
        QElapsedTimer timer;
        timer.start();
        if (!m_workspaceWindow->open())
            fail(u"The workspace cannot be opened."_s);
        print("window made and shown", static_cast<double>(timer.elapsed()), "");
        timer.restart();
        StallWatch stalls;
        m_table = m_workspaceWindow->window().findChild<QTableView *>(u"eventTable"_s);
        wait([this] { return isPainted(*m_table); }, "the first rows");
        m_table->viewport()->repaint();
        print("first rows painted after the window", static_cast<double>(timer.elapsed()), "300");
        wait([this] { return !shown().isEmpty(); }, "the first result");
        pause(1500); // facets and whatever follows
        print("longest stall while opening", stalls.longest(), "50");
        std::printf("| events | %s | |\n", qPrintable(shown()));
    }

    void type()
    {
        auto *edit = m_workspaceWindow->window().findChild<QLineEdit *>(u"queryEdit"_s);
        edit->setFocus();
        StallWatch stalls;
        for (const QString &text : {u"user_login"_s, u"action:task_deleted outcome:success"_s,
                                    u"op:auth -actor:ann"_s, u"@context.client_ip_address:10.0.0.0/8"_s}) {
            edit->clear();
            for (const QChar character : text) {
                QTest::keyClick(edit, character.toLatin1());
                pause(40);
            }
            pause(1500);
        }
        edit->clear();
        pause(3000);
        print("longest stall while typing filters", stalls.longest(), "50");
    }

    void scroll()
    {
        QScrollBar *bar = m_table->verticalScrollBar();
        m_table->setFocus();
        const int pages = std::max(1, (bar->maximum() - bar->minimum()) / bar->pageStep());
        const int step = std::max(1, pages / MaxScrolled) * bar->pageStep();
        double longest = 0;
        StallWatch stalls;
        QElapsedTimer timer;
        for (int place = 0; place <= bar->maximum(); place += step) {
            timer.start();
            bar->setValue(place);
            m_table->viewport()->repaint();
            longest = std::max(longest, static_cast<double>(timer.nsecsElapsed()) / 1e6);
            pause(1);
        }
        print("longest step while scrolling by pages", longest, "16");
        print("longest stall while scrolling", stalls.longest(), "16");
        bar->setValue(0);
    }

    void resize()
    {
        MainWindow &window = m_workspaceWindow->window();
        const QSize before = window.size();
        StallWatch stalls;
        for (int step = 0; step < 20; ++step) {
            window.resize(before + QSize(step % 2 == 0 ? 40 : -40, step % 2 == 0 ? -30 : 30));
            pause(60);
        }
        print("longest stall while the window changes its size", stalls.longest(), "50");
        window.resize(before);
        pause(500);
    }

    /// Filters that every event, or every other, matches only by its JSON.
    void filterByPath()
    {
        const auto filter = [this](const QString &text) {
            m_workspaceWindow->window().findChild<QLineEdit *>(u"queryEdit"_s)->setText(text);
            const QString before = shown();
            StallWatch stalls;
            wait([&] { return shown() != before && shown().contains(u" of "_s); }, "the filter");
            pause(1500);
            print(qPrintable("longest stall with "_L1 + text), stalls.longest(), "50");
        };
        filter(u"@context.client_ip_address:*"_s);
        m_table->setCurrentIndex(m_table->model()->index(m_table->model()->rowCount() / 2, 0));
        filter(u"@context.client_ip_address:/[02468]$/"_s);
        resize();
        filter(QString());
    }

    void showAll()
    {
        auto *edit = m_workspaceWindow->window().findChild<QLineEdit *>(u"queryEdit"_s);
        edit->setText(u"action:huge_event"_s);
        wait([this] { return m_table->model()->rowCount() == 1 && isPainted(*m_table); }, "the huge event");
        auto *inspector = m_workspaceWindow->window().findChild<InspectorPane *>(u"inspector"_s);
        auto *next = inspector->findChild<QToolButton *>(u"nextPart"_s);
        {
            StallWatch stalls;
            m_table->setCurrentIndex(m_table->model()->index(0, 0));
            inspector->setTab(InspectorPane::RawTab);
            wait([next] { return next->isVisible(); }, "the huge event in the inspector");
            print("longest stall while a huge event is shown", stalls.longest(), "50");
        }
        QElapsedTimer timer;
        timer.start();
        StallWatch stalls;
        while (next->isEnabled()) {
            next->click();
            wait([edit = inspector->findChild<LongTextEdit *>(u"rawText"_s)] { return !edit->isLayingOut(); },
                 "the next part of the huge event");
        }
        print("longest stall while part after part of it is laid out", stalls.longest(), "50");
        print("all parts laid out", static_cast<double>(timer.elapsed()), "");
        resize();
        edit->clear();
        pause(1500);
        print("longest stall until it is left", stalls.longest(), "50");
    }

    void sync()
    {
        QAction *cancel = m_workspaceWindow->window().actions().cancelSync;
        StallWatch stalls;
        QElapsedTimer timer;
        timer.start();
        m_workspaceWindow->window().actions().syncAll->trigger();
        wait([cancel] { return !cancel->isEnabled(); }, "the sync");
        const auto seconds = static_cast<double>(timer.elapsed());
        pause(2000);
        print("longest stall while syncing", stalls.longest(), "50");
        print("the sync", seconds, "");
        std::printf("| events | %s | |\n", qPrintable(shown()));
    }

    /// \pre a sync that takes longer than this
    void closeDuringASync()
    {
        const auto *text = m_workspaceWindow->window().findChild<QLabel *>(u"syncText"_s);
        const QAction *cancel = m_workspaceWindow->window().actions().cancelSync;
        m_workspaceWindow->window().actions().syncAll->trigger();
        wait([cancel] { return cancel->isEnabled(); }, "the sync");
        wait([text, cancel] { return text->text().contains(u"events"_s) || !cancel->isEnabled(); },
             "the sync's first page");
        if (!cancel->isEnabled()) {
            const auto *pane = m_workspaceWindow->window().findChild<QWidget *>(u"sourcesPane"_s);
            fail("There is no sync to close the window in: "_L1
                 + pane->findChild<QLabel *>(u"messageText"_s)->text());
        }
        QElapsedTimer timer;
        timer.start();
        m_workspaceWindow->window().close();
        m_workspaceWindow.reset();
        print("close and destroy during a sync", static_cast<double>(timer.elapsed()), "1000");
    }

private:
    [[nodiscard]] QString shown() const
    {
        return m_workspaceWindow->window().findChild<QLabel *>(u"countText"_s)->text();
    }
    template <class Condition>
    static void wait(Condition condition, const char *what)
    {
        if (!waitFor(condition, Patience))
            fail(QLatin1StringView(what) + " does not come."_L1);
    }

    QString m_workspace;
    QTemporaryDir m_folder;
    Testing::FakeKeychain m_keychain;
    SystemClock m_clock;
    std::unique_ptr<WorkspaceWindow> m_workspaceWindow;
    QTableView *m_table = nullptr;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 events = arguments.value(1, u"1000000"_s).toLongLong();
    const QTemporaryDir folder;
    const QString workspace = arguments.value(2, folder.filePath(u"workspace"_s));
    const Servers servers;
    fill(workspace, events, servers);
    addHugeEvent(workspace);

    std::printf("| what | took | goal (ms) |\n|---|---|---|\n");
    Bench bench(workspace);
    bench.type();
    bench.scroll();
    bench.resize();
    bench.filterByPath();
    bench.showAll();
    const QString stamp = QString::number(QDateTime::currentMSecsSinceEpoch());
    addSource(workspace, "first "_L1 + stamp, servers);
    bench.sync();
    addSource(workspace, "second "_L1 + stamp, servers);
    bench.closeDuringASync();
    return EXIT_SUCCESS;
}
