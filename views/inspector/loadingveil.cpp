// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/loadingveil.h"

#include "views/common/emptystate.h"
#include "views/common/spacing.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int VeilOpacity = 224; ///< of 255: what is below is seen, and not read for the text above it

} // namespace

LoadingVeil::LoadingVeil(const QString &text, QWidget *covered)
    : QWidget(covered)
{
    setObjectName("loadingVeil"_L1);
    auto *state = new EmptyState(this);
    state->show(Glyph::Time, text, {});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::None);
    layout->addWidget(state);
    covered->installEventFilter(this);
    hide();
}

bool LoadingVeil::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        cover();
    return QWidget::eventFilter(watched, event);
}

void LoadingVeil::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    cover();
}

void LoadingVeil::cover()
{
    setGeometry(parentWidget()->rect());
    raise();
}

void LoadingVeil::paintEvent(QPaintEvent *)
{
    QColor ground = palette().color(QPalette::Window);
    ground.setAlpha(VeilOpacity);
    QPainter(this).fillRect(rect(), ground);
}

} // namespace Trailglass

#include "moc_loadingveil.cpp"
