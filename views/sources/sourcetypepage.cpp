// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/sourcetypepage.h"

#include "models/sources/source.h"
#include "views/common/spacing.h"
#include "views/sources/choicecard.h"
#include "views/sources/sourcetypetext.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

SourceTypePage::SourceTypePage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName("sourceTypePage"_L1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::Normal);
    layout->addWidget(new QLabel(tr("Choose a source type"), this));
    for (const Source *source : allSources()) {
        const SourceType &type = source->type();
        auto *card = new ChoiceCard(Glyph::Source, type.displayName, sourceTypeDescription(type.name), this);
        card->setObjectName("sourceType_"_L1 + type.name);
        card->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum); // no taller than its words
        connect(card, &ChoiceCard::clicked, this, [this, name = type.name] { Q_EMIT chosen(name); });
        layout->addWidget(card);
        if (!focusProxy())
            setFocusProxy(card);
    }
    layout->addStretch();
}

} // namespace Trailglass

#include "moc_sourcetypepage.cpp"
