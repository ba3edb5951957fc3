// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/gridcheck.h"

#include "tests/gui/window/windowwalk.h"
#include "views/common/spacing.h"
#include "views/common/typescale.h"

#include <QApplication>
#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QMainWindow>
#include <QMessageBox>
#include <QStatusBar>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

/// Part of a widget of Qt's that has parts of its own.
bool isInside(const QWidget &widget)
{
    for (const QWidget *place = &widget; place; place = place->parentWidget()) {
        if (qobject_cast<const QMessageBox *>(place) || qobject_cast<const QDialogButtonBox *>(place)
            || place->objectName().startsWith("qt_"_L1))
            return true;
        if (place->isWindow())
            break;
    }
    return false;
}

bool isQtsOwnLayout(const QWidget &widget)
{
    const QLatin1StringView name(widget.metaObject()->className());
    return isInside(widget) || qobject_cast<const QMainWindow *>(&widget)
        || qobject_cast<const QStatusBar *>(&widget)
        || (name.startsWith(u'Q') && name != "QWidget"_L1 && name != "QFrame"_L1 && name != "QDialog"_L1);
}

class GridCheck
{
public:
    void layout(const QLayout *layout, const QWidget *owner)
    {
        const QMargins margins = layout->contentsMargins();
        for (const int pixels : {margins.left(), margins.top(), margins.right(), margins.bottom()})
            length(pixels, owner, "margin");
        if (const auto *form = qobject_cast<const QFormLayout *>(layout)) {
            length(form->horizontalSpacing(), owner, "horizontal spacing");
            length(form->verticalSpacing(), owner, "vertical spacing");
        } else if (const auto *grid = qobject_cast<const QGridLayout *>(layout)) {
            length(grid->horizontalSpacing(), owner, "horizontal spacing");
            length(grid->verticalSpacing(), owner, "vertical spacing");
        } else if (layout->count() > 1) {
            length(layout->spacing(), owner, "spacing");
        }
        for (int i = 0; i < layout->count(); ++i) {
            if (const QLayout *inner = layout->itemAt(i)->layout())
                this->layout(inner, owner);
            if (QSpacerItem *spacer = layout->itemAt(i)->spacerItem()) {
                length(spacer->sizeHint().width(), owner, "spacer");
                length(spacer->sizeHint().height(), owner, "spacer");
            }
        }
    }
    void font(const QWidget *widget)
    {
        const qreal body = QApplication::font().pointSizeF();
        const qreal share = widget->font().pointSizeF() / body;
        const bool isKnown =
            std::ranges::any_of(TextSizes, [share](double size) { return std::abs(size - share) < 0.01; });
        if (!isKnown)
            note(widget, u"font of %1"_s.arg(share));
    }
    [[nodiscard]] const QStringList &places() const { return m_places; }

private:
    void length(int pixels, const QWidget *owner, const char *what)
    {
        if (!Spacing::isOnGrid(pixels))
            note(owner, u"%1 %2"_s.arg(QLatin1StringView(what)).arg(pixels));
    }
    void note(const QWidget *widget, const QString &what)
    {
        m_places << QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName()
                + ": "_L1 + what;
    }

    QStringList m_places;
};

} // namespace

QStringList placesOffTheGrid()
{
    GridCheck check;
    for (const QPointer<QWidget> &widget : allWidgets()) {
        if (!widget)
            continue;
        if (widget->layout() && !isQtsOwnLayout(*widget))
            check.layout(widget->layout(), widget);
        const bool isOurs = QLatin1StringView(widget->metaObject()->className()).startsWith("Trailglass::"_L1)
            || (qobject_cast<const QLabel *>(widget) && !isInside(*widget));
        if (isOurs)
            check.font(widget);
    }
    QStringList places = check.places();
    places.removeDuplicates();
    return places;
}

} // namespace Trailglass::Testing
