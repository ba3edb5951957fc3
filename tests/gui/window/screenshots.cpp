// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/windowstage.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCursor>
#include <QDir>
#include <QIcon>
#include <QImage>
#include <QLabel>
#include <QPixmap>
#include <QScreen>
#include <QTabWidget>
#include <QTableView>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

/// Takes the pictures of the documentation: each once in light and once in dark.
class Photographer
{
public:
    Photographer(WindowStage &stage, QDir folder, QString appearance)
        : m_stage(stage)
        , m_folder(std::move(folder))
        , m_appearance(std::move(appearance))
    {
    }

    /// Once the same picture was seen often in a row: pages of rows and counts have come.
    static void waitUntilQuiet(QWidget *widget)
    {
        constexpr int Often = 40;
        QImage last;
        int same = 0;
        const auto isQuiet = [&] {
            const QImage now = widget->grab().toImage();
            same = now == last ? same + 1 : 0;
            last = now;
            return same >= Often;
        };
        if (!QTest::qWaitFor(isQuiet, WindowStage::Patience))
            qFatal("the window never comes to rest");
    }

    void take(QWidget *widget, const QString &name) const
    {
        waitUntilQuiet(widget);
        const QString file = m_folder.filePath(u"%1-%2.png"_s.arg(name, m_appearance));
        if (!widget->grab().save(file))
            qFatal("%s cannot be written", qPrintable(file));
        std::printf("%s\n", qPrintable(file));
    }

    void useAppearance() const { m_stage.find<QAction>("appearance."_L1 + m_appearance)->trigger(); }

    void firstRun() const
    {
        m_stage.open();
        useAppearance();
        m_stage.window().resize(1280, 800);
        if (!QTest::qWaitFor([this] { return m_stage.window().showsFirstRun(); }))
            qFatal("no first-run page");
        // Not the folder of whoever takes the pictures.
        m_stage.find<QLabel>(u"workspacePath"_s)->setText(u"Workspace: ~/.local/share/trailglass"_s);
        take(&m_stage.window(), u"first-run"_s);
        m_stage.window().actions().addSource->trigger();
        auto *dialog = m_stage.find<QWidget>(u"sourceDialog"_s);
        take(dialog, u"products"_s);
        dialog->findChild<QAbstractButton *>(u"sourceType_asana"_s)->click();
        take(dialog, u"source"_s);
        dialog->close();
    }

    void demo() const
    {
        Options options;
        options.demo = true;
        m_stage.open(options);
        useAppearance();
        m_stage.window().resize(1440, 900);
        m_stage.filter(u"op:grant created:2026-11"_s);
        auto *table = m_stage.find<QTableView>(u"eventTable"_s);
        if (!QTest::qWaitFor([table] { return table->model()->rowCount() > 20; }, WindowStage::Patience))
            qFatal("no events");
        waitUntilQuiet(&m_stage.window());
        table->setCurrentIndex(table->model()->index(7, 0));
        table->setFocus();
        take(&m_stage.window(), u"main"_s);

        m_stage.find<QTabWidget>(u"inspectorTabs"_s)->setCurrentIndex(1);
        take(m_stage.find<QWidget>(u"inspector"_s), u"inspector"_s);
        m_stage.find<QTabWidget>(u"inspectorTabs"_s)->setCurrentIndex(2);
        take(m_stage.find<QWidget>(u"inspector"_s), u"raw"_s);
        m_stage.find<QTabWidget>(u"inspectorTabs"_s)->setCurrentIndex(0);

        auto *line = m_stage.find<QLineEdit>(u"queryEdit"_s);
        m_stage.window().activateWindow();
        if (!QTest::qWaitForWindowActive(&m_stage.window()))
            qFatal("no active window");
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, u"op:grant actor:"_s);
        const auto isOffered = [this] {
            const auto *offered = m_stage.window().findChild<QWidget *>(u"completions"_s);
            return offered && offered->isVisible();
        };
        if (!QTest::qWaitFor(isOffered, WindowStage::Patience))
            qFatal("no completions");
        take(&m_stage.window(), u"completion"_s);
        m_stage.filter(u"op:grant created:2026-11"_s);

        m_stage.window().actions().exportEvents->trigger();
        m_stage.find<QLineEdit>(u"exportFile"_s)->setText(u"~/role-grants.csv"_s);
        take(m_stage.find<QWidget>(u"exportDialog"_s), u"export"_s);
        m_stage.find<QWidget>(u"exportDialog"_s)->close();

        m_stage.window().actions().chooseColumns->trigger();
        take(m_stage.find<QWidget>(u"columnsDialog"_s), u"columns"_s);
        m_stage.find<QWidget>(u"columnsDialog"_s)->close();

        m_stage.filter(u"op:grant actr:ann"_s);
        take(&m_stage.window(), u"mistake"_s);
        m_stage.filter(u"actor:nobody@nowhere.example"_s);
        take(&m_stage.window(), u"nothing"_s);
    }

private:
    WindowStage &m_stage;
    QDir m_folder;
    QString m_appearance;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setCursorFlashTime(0); // a blinking cursor never comes to rest
    if (argc != 2) {
        std::fprintf(stderr, "usage: trailglass-screenshots FOLDER\n");
        return 2;
    }
    QDir().mkpath(QString::fromLocal8Bit(argv[1]));
    QCursor::setPos(
        QGuiApplication::primaryScreen()->geometry().bottomRight()); // or something looks pointed at
    for (const QString &appearance : {u"light"_s, u"dark"_s}) {
        WindowStage stage(50);
        const Photographer photographer(stage, QDir(QString::fromLocal8Bit(argv[1])), appearance);
        photographer.firstRun();
        photographer.demo();
    }
    return 0;
}
