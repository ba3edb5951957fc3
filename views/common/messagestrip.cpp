// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/messagestrip.h"

#include "views/common/announcer.h"
#include "views/common/icons.h"
#include "views/common/messagestripaccessible.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/theme.h"
#include "views/common/wrappedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxMessageLines = 4;

QColor colourOf(MessageStrip::Kind kind, const QPalette &palette)
{
    switch (kind) {
    case MessageStrip::Kind::Information:
        return palette.color(QPalette::Link);
    case MessageStrip::Kind::Warning:
        return Colours::warning(palette);
    case MessageStrip::Kind::Error:
        return Colours::error(palette);
    }
    return {};
}

} // namespace

MessageStrip::MessageStrip(QWidget *parent)
    : QFrame(parent)
    , m_announcer(new Announcer(*this))
    , m_icon(new QLabel(this))
    , m_text(new WrappedLabel(MaxMessageLines, this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    registerMessageStripAccessible(); // ahead of what is reported to screen readers
    setObjectName("messageStrip"_L1);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_text->setObjectName("messageText"_L1);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_action->setObjectName("messageAction"_L1);
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss the message"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Spacing::Normal, Spacing::Tight, Spacing::Normal, Spacing::Tight);
    layout->setSpacing(Spacing::Normal);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1, Qt::AlignVCenter);
    layout->addWidget(m_action, 0, Qt::AlignVCenter);
    layout->addWidget(m_close, 0, Qt::AlignVCenter);
    connect(m_action, &QPushButton::clicked, this, &MessageStrip::acted);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    hide();
}

void MessageStrip::show(Kind kind, const QString &text, const QString &action)
{
    put(kind, text, action);
    m_announcer->update();
}

void MessageStrip::setActionEnabled(bool isEnabled)
{
    m_action->setEnabled(isEnabled);
}

void MessageStrip::showProgress(const QString &text)
{
    put(Kind::Information, text, {});
    m_announcer->updateQuietly();
}

void MessageStrip::put(Kind kind, const QString &text, const QString &action)
{
    m_kind = kind;
    PlainText::show(m_text, text);
    for (QWidget *said : {static_cast<QWidget *>(this), static_cast<QWidget *>(m_text)})
        said->setAccessibleName(m_text->text());
    m_action->setText(PlainText::caption(action));
    m_action->setVisible(!action.isEmpty());
    paintKind();
    setVisible(true);
}

QString MessageStrip::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void MessageStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && !m_isPainting)
        paintKind();
    QFrame::changeEvent(event);
}

void MessageStrip::paintKind()
{
    const QPalette application = parentWidget() ? parentWidget()->palette() : palette();
    const QColor colour = colourOf(m_kind, application);
    QColor background = application.color(QPalette::Base);
    const float share = isDark(application) ? 0.16F : 0.08F;
    const auto mixed = [share](float under, float over) {
        return under + (over - under) * share;
    };
    background =
        QColor::fromRgbF(mixed(background.redF(), colour.redF()), mixed(background.greenF(), colour.greenF()),
                         mixed(background.blueF(), colour.blueF()));
    QPalette tinted = application;
    tinted.setColor(QPalette::Window, background);
    m_isPainting = true; // this too is a change of the palette
    setPalette(tinted);
    m_isPainting = false;
    const Glyph glyph = m_kind == Kind::Information ? Glyph::Information : Glyph::Warning;
    m_icon->setPixmap(Icons::pixmap(glyph, colour, 18, devicePixelRatioF()));
    m_close->setIcon(Icons::icon(Glyph::Close, application));
}

} // namespace Trailglass

#include "moc_messagestrip.cpp"
