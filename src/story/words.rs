//! The message behind each choice that facts make: roles, modes, states of building, kinds.

use crate::lang::Lang;
use crate::world::{
    Area, Confidence, EventKind, InstitutionKind, LengthBasis, Mode, NodeKind, Role, Service, SourceKind, Status,
};

/// Key of the message for a standing in the OTS.
#[must_use]
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Member { founding: true } => "status-founding",
        Status::Member { founding: false } => "status-member",
        Status::Observer => "status-observer",
        Status::ObserverEntity => "status-observer-entity",
        Status::ObserverOrganisation => "status-observer-organisation",
    }
}

/// Key of the message for a role in an institution.
#[must_use]
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Member => "role-member",
        Role::Observer => "role-observer",
        Role::Signatory => "role-signatory",
        Role::Universities => "role-universities",
        Role::Draft => "role-draft",
        Role::Host => "role-host",
        Role::Acceding => "role-acceding",
    }
}

/// A role in words; one of which the dates do not tell whether it holds says so.
#[must_use]
pub fn role_said(lang: &Lang, role: Role, certain: bool) -> String {
    let word = lang.text(self::role(role));
    if certain { word } else { lang.format("compare-role-maybe", &[("role", word.into())]) }
}

/// Key of the message for how an institution stands to the OTS.
#[must_use]
pub fn institution(kind: InstitutionKind) -> &'static str {
    match kind {
        InstitutionKind::Organisation => "institution-organisation",
        InstitutionKind::Organ => "institution-organ",
        InstitutionKind::Meeting => "institution-meeting",
        InstitutionKind::Related => "institution-related",
        InstitutionKind::Affiliated => "institution-affiliated",
        InstitutionKind::Union => "institution-union",
        InstitutionKind::Fund => "institution-fund",
        InstitutionKind::Council => "institution-council",
        InstitutionKind::Office => "institution-office",
        InstitutionKind::Programme => "institution-programme",
        InstitutionKind::Agreement => "institution-agreement",
        InstitutionKind::Planned => "institution-planned",
        InstitutionKind::Proposed => "institution-proposed",
        InstitutionKind::NotFound => "institution-not-found",
    }
}

/// Key of the message for how things move.
#[must_use]
pub fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Rail => "mode-rail",
        Mode::Road => "mode-road",
        Mode::Ferry => "mode-ferry",
        Mode::ContainerShip => "mode-container-ship",
    }
}

/// Key of the message for a state of building or service.
#[must_use]
pub fn service(service: Service) -> &'static str {
    match service {
        Service::Operational => "segment-operational",
        Service::Assumed => "segment-assumed",
        Service::UnderConstruction => "segment-under-construction",
        Service::Planned => "segment-planned",
        Service::Suspended => "segment-suspended",
    }
}

/// Key of the message for where a length comes from.
#[must_use]
pub fn basis(basis: LengthBasis) -> &'static str {
    match basis {
        LengthBasis::Official => "basis-official",
        LengthBasis::Published => "basis-published",
        LengthBasis::Derived => "basis-derived",
        LengthBasis::Computed => "basis-computed",
        LengthBasis::Memory => "basis-memory",
    }
}

/// Key of the message for what a place on a corridor is.
#[must_use]
pub fn node(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Seaport => "node-seaport",
        NodeKind::FerryTerminal => "node-ferry-terminal",
        NodeKind::BorderStation => "node-border-station",
        NodeKind::Hub => "node-hub",
        NodeKind::Junction => "node-junction",
    }
}

/// Key of the message for what sort of event it is.
#[must_use]
pub fn event(kind: EventKind) -> &'static str {
    match kind {
        EventKind::TurkicSpeakingSummit => "event-turkic-speaking-summit",
        EventKind::FormalSummit => "event-formal-summit",
        EventKind::InformalSummit => "event-informal-summit",
        EventKind::ExtraordinarySummit => "event-extraordinary-summit",
        EventKind::HeadsOfGovernment => "event-heads-of-government",
        EventKind::Ministerial => "event-ministerial",
        EventKind::Institution => "event-institution",
        EventKind::Membership => "event-membership",
        EventKind::Treaty => "event-treaty",
        EventKind::Related => "event-related",
    }
}

/// Key of the message for what sort of document it is.
#[must_use]
pub fn source(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Official => "source-official",
        SourceKind::Law => "source-law",
        SourceKind::Dataset => "source-dataset",
        SourceKind::News => "source-news",
        SourceKind::Encyclopedia => "source-encyclopedia",
        SourceKind::Seed => "source-seed",
        SourceKind::Memory => "source-memory",
        SourceKind::Other => "source-other",
    }
}

/// Key of the message for a confidence in one word.
#[must_use]
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "confidence-high",
        Confidence::Medium => "confidence-medium",
        Confidence::Low => "confidence-low",
    }
}

/// How the register of sources judges a source, in brackets behind it; nothing where no register does.
#[must_use]
pub fn reliability(lang: &Lang, judged: Option<Confidence>) -> String {
    let word = |judged| lang.format("source-reliability", &[("word", lang.text(confidence(judged)).into())]);
    judged.map(|judged| format!(" ({})", word(judged))).unwrap_or_default()
}

/// Key of the message for an area of cooperation.
#[must_use]
pub fn area(area: Area) -> &'static str {
    match area {
        Area::Economy => "area-economy",
        Area::Trade => "area-trade",
        Area::Investment => "area-investment",
        Area::Transport => "area-transport",
        Area::Digitalisation => "area-digitalisation",
        Area::Energy => "area-energy",
        Area::Agriculture => "area-agriculture",
        Area::Customs => "area-customs",
        Area::Science => "area-science",
    }
}
