// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/frameallowance.h"
#include "views/window/mainwindow.h"
#include "views/window/windowplacement.h"

#include <QScreen>
#include <QtEndian>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

std::unique_ptr<MainWindow> newWindow()
{
    WindowPanes panes;
    for (QWidget **pane : {&panes.queryBar, &panes.histogram, &panes.events, &panes.firstRun, &panes.unsynced,
                           &panes.filters, &panes.inspector, &panes.sources, &panes.sourceStrip})
        *pane = new QWidget;
    return std::make_unique<MainWindow>(panes);
}

QRect screenArea()
{
    return QGuiApplication::primaryScreen()->availableGeometry();
}

bool fillsTheScreen(const MainWindow &window)
{
    const QSize least = screenArea().size() - FrameAllowance;
    return screenArea().contains(window.geometry()) && window.width() >= least.width()
        && window.height() >= least.height();
}

/// As QWidget::saveGeometry() writes it on a screen of another width: that number stands before the last rectangle.
QByteArray onAScreen(qint32 width, QByteArray geometry)
{
    constexpr qsizetype Rectangle = 4 * sizeof(qint32);
    qToBigEndian(width, geometry.data() + geometry.size() - Rectangle - qsizetype(sizeof(qint32)));
    return geometry;
}

/// How a window is remembered that was maximised over a place.
WindowLayout maximisedOver(const QRect &place)
{
    const auto window = newWindow();
    window->setGeometry(place);
    window->show();
    window->showMaximized();
    if (!QTest::qWaitFor([&] { return fillsTheScreen(*window); }))
        qFatal("The platform has not maximised the window.");
    return window->windowLayout();
}

} // namespace

/// A window that was closed while it was maximised, on a platform that maximises windows: off screen.
class MaximisedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackOverItsNormalPlace()
    {
        const QRect place(60, 70, 640, 520);
        WindowLayout layout = maximisedOver(place);
        QVERIFY(layout.isMaximised);
        for (int start = 0; start < 3; ++start) {
            const auto window = newWindow();
            window->setWindowLayout(layout);
            window->show();
            QTRY_VERIFY(fillsTheScreen(*window));
            QVERIFY(window->isMaximized());
            layout = window->windowLayout();
        }
        const auto window = newWindow();
        window->setWindowLayout(layout);
        window->show();
        QTRY_VERIFY(fillsTheScreen(*window));
        window->showNormal();
        QTRY_COMPARE(window->geometry(), place);
        QVERIFY(!window->windowLayout().isMaximised);
    }

    void whereItGoesBackToFitsTheScreen()
    {
        const WindowLayout layout = maximisedOver(QRect(500, 600, 1'500, 1'400));
        const auto window = newWindow();
        window->setWindowLayout(layout);
        window->show();
        QTRY_VERIFY(fillsTheScreen(*window));
        window->showNormal();
        QTRY_VERIFY(!window->isMaximized());
        QTRY_COMPARE(window->geometry(), placedOnScreens(window->geometry(), {screenArea()}));
        QVERIFY(screenArea().contains(window->frameGeometry()));
    }

    void isMaximisedOnAScreenOfAnotherSizeToo_data()
    {
        QTest::addColumn<qint32>("width");
        QTest::newRow("much wider") << 3 * screenArea().width();
        QTest::newRow("a little wider") << screenArea().width() * 6 / 5;
        QTest::newRow("narrower") << screenArea().width() / 2;
    }
    void isMaximisedOnAScreenOfAnotherSizeToo()
    {
        QFETCH(const qint32, width);
        WindowLayout layout = maximisedOver(QRect(60, 70, 640, 520));
        layout.geometry = onAScreen(width, layout.geometry);
        const auto window = newWindow();
        window->setWindowLayout(layout);
        window->show();
        QTRY_VERIFY(fillsTheScreen(*window));
        QVERIFY(window->isMaximized());
        window->showNormal();
        QTRY_VERIFY(!window->isMaximized() && screenArea().contains(window->geometry()));
    }

    void whatCannotBeReadHindersNothing_data()
    {
        QTest::addColumn<bool>("isMaximised");
        QTest::newRow("maximised") << true;
        QTest::newRow("not maximised") << false;
    }
    void whatCannotBeReadHindersNothing()
    {
        QFETCH(const bool, isMaximised);
        const auto window = newWindow();
        window->setWindowLayout({.geometry = "of another program", .isMaximised = isMaximised, .docks = {}});
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        QCOMPARE(window->isMaximized(), isMaximised);
        QVERIFY(screenArea().contains(window->geometry()));
    }
};

TRAILGLASS_GUI_TEST(MaximisedTest)
#include "tst_maximised.moc"
