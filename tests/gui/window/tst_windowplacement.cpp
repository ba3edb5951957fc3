// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/frameallowance.h"
#include "views/window/windowplacement.h"

#include <QtTest>

using namespace Trailglass;

/// Where a window goes, by numbers alone.
class WindowPlacementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewWindowFitsTheScreenWithItsFrame_data()
    {
        QTest::addColumn<QSize>("screen");
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << QSize(1280, 720) << QSize(1280, 720) - FrameAllowance;
        QTest::newRow("wide and low") << QSize(1920, 800) << QSize(1440, 800 - FrameAllowance.height());
        QTest::newRow("large") << QSize(2560, 1440) << QSize(1440, 900);
    }
    void aNewWindowFitsTheScreenWithItsFrame()
    {
        QFETCH(const QSize, screen);
        QTEST(fittingSize(QSize(1440, 900), screen), "size");
    }

    void aWindowStaysOnAScreenThatIsThere_data()
    {
        QTest::addColumn<QRect>("before");
        QTest::addColumn<QList<QRect>>("screens");
        QTest::addColumn<QRect>("after");
        const QRect primary(0, 0, 1920, 1080);
        const QRect second(1920, 0, 2560, 1440);
        const QRect window(2200, 200, 1600, 1000);
        QTest::newRow("where it was") << window << QList<QRect>{primary, second} << window;
        QTest::newRow("its screen vanished")
            << window << QList<QRect>{primary} << QRect(1920 - 8 - 1600, 1080 - 8 - 1000, 1600, 1000);
        QTest::newRow("its screen became smaller")
            << QRect(0, 32, 2500, 1400) << QList<QRect>{primary} << QRect(8, 32, 1920 - 16, 1080 - 40);
        QTest::newRow("above the screen, where nobody can move it")
            << QRect(100, -500, 800, 600) << QList<QRect>{primary} << QRect(100, 32, 800, 600);
        QTest::newRow("mostly on the second")
            << QRect(1800, 100, 1000, 600) << QList<QRect>{primary, second} << QRect(1928, 100, 1000, 600);
        QTest::newRow("on none of several") << QRect(9000, 9000, 800, 600) << QList<QRect>{primary, second}
                                            << QRect(1920 - 8 - 800, 1080 - 8 - 600, 800, 600);
    }
    void aWindowStaysOnAScreenThatIsThere()
    {
        QFETCH(const QRect, before);
        QFETCH(const QList<QRect>, screens);
        QTEST(placedOnScreens(before, screens), "after");
    }
};

TRAILGLASS_PURE_TEST(WindowPlacementTest)
#include "tst_windowplacement.moc"
