// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/elidedbutton.h"

#include <QImage>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class ElidedButtonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paintsItsWholeTextInTheWidthThatItAsksFor_data();
    void paintsItsWholeTextInTheWidthThatItAsksFor();
    void cutsItsTextInLess();
};

namespace {

/// The middle of the button, \a shown pixels of it, where it is \a width pixels wide.
QImage middle(ElidedButton &button, int width, int shown)
{
    const int height = button.sizeHint().height();
    button.resize(width, height);
    return button.grab(QRect((width - shown) / 2, 0, shown, height)).toImage();
}

} // namespace

/// Texts whose width is a fraction of a pixel more than a number of pixels, in every tenth.
void ElidedButtonTest::paintsItsWholeTextInTheWidthThatItAsksFor_data()
{
    QTest::addColumn<QString>("text");
    for (int letters = 10; letters < 20; ++letters) {
        const QString text = u"Events: "_s + QString(letters, u'8');
        QTest::newRow(qPrintable(text)) << text;
    }
}

void ElidedButtonTest::paintsItsWholeTextInTheWidthThatItAsksFor()
{
    QFETCH(const QString, text);
    QWidget home;
    ElidedButton button(&home);
    QFont font = button.font();
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.1); // px
    button.setFont(font);
    button.show(text);
    const int width = button.sizeHint().width();
    QCOMPARE(middle(button, width, width), middle(button, width + 40, width));
}

void ElidedButtonTest::cutsItsTextInLess()
{
    QWidget home;
    ElidedButton button(&home);
    button.show(u"Did you mean “marked”?"_s);
    const int width = button.sizeHint().width() - 20;
    QVERIFY(middle(button, width, width) != middle(button, width + 20, width));
    QVERIFY(button.minimumSizeHint().width() < button.sizeHint().width() / 2);
    QVERIFY(button.toolTip().contains(u"marked"_s));
}

TRAILGLASS_GUI_TEST(ElidedButtonTest)
#include "tst_elidedbutton.moc"
