// A guess, for a person to judge: a capitalised given name that is common somewhere, followed by another
// capitalised word, or a title in front of one. Words that interfaces use as well (Mark, Will, May) are not here.

const givenNames = new Set(
  (
    "aaron abdul abigail ada adam adrian ahmed aisha alan albert alejandro alex alexander alexandra ali alice alina " +
    "amanda amelia amy ana anastasia andrea andreas andrew andrzej angela anika anita anja ann anna anne annette " +
    "anthony anton antonio arthur astrid barbara beate ben benjamin bernd bernhard bettina birgit björn bob brian " +
    "brigitte bruno camille carl carla carlos carmen caroline catherine charles charlotte chen chiara chloe chris " +
    "christian christina christine christoph claire clara claudia claus clemens dagmar daniel daniela david deborah " +
    "denise dennis diana diego dieter dimitri dirk dmitri donald dorothea edgar edith eduardo edward elena elisabeth " +
    "elizabeth ella elon emil emily emma enrico eric erich erik erika ernst esther eva evelyn fatima felix ferdinand " +
    "fernando florian frank franz franziska françois fred frederik friedrich fritz gabriel gabriele george georg " +
    "gerd gerhard gisela giulia giuseppe greta guido günter günther gustav hanna hannah hans harald harry hassan heidi " +
    "heike heinrich heinz helen helena helga helmut henri henrik henry herbert hermann hiroshi holger horst hugo ian " +
    "ibrahim igor ilse ines inge ingrid irene irina isabel isabella ivan jack jacob jacques jakob james jan jana jane " +
    "janine jason javier jean jennifer jens jessica jim joachim joan joanna jochen joe johan johann johannes john jon " +
    "jonas jonathan jorge josé josef joseph josephine juan judith julia julian julie jürgen jutta kai karen karin karl " +
    "karoline katarina kate katharina katherine kathrin katja kenneth kerstin kevin kim klaus konrad kristina kurt lara " +
    "larry lars laura lea lena leo leon leonie lisa liam linda lorenz louis louise luca lucas lucia luis luisa lukas " +
    "luke magdalena maja manfred manuel manuela marc marcel marco marcus margaret margarete maria marie mariam marina " +
    "mario marion markus marlene marta martha martin martina mary mateusz matteo matthew matthias maximilian maya mehmet " +
    "melanie mia michael michaela michał michel miguel mila mohamed mohammed monika moritz nadine nadja nancy natalia " +
    "natalie nicholas nicola nicole niklas nina noah nora norbert olaf oleg olga oliver olivia oscar oskar otto pablo " +
    "paolo patricia patrick paul paula pauline pedro peter petra philip philipp pierre piotr rachel rafael rainer ralf " +
    "ralph ramona raphael rebecca regina reinhard renate richard rita robert roberto roger roland rolf roman ronald rosa " +
    "rüdiger rudolf ruth ryan sabine sabrina samuel sandra sarah sara sascha scott sebastian sergei sergio silke silvia " +
    "simon simone sofia sonja sophia sophie stefan stefanie stephan stephanie stephen steven susan susanne sven svenja " +
    "sylvia tanja tatiana theodor theresa thomas thorsten tim timo tina tobias tom torsten udo ulrich ulrike ursula ute " +
    "uwe valentina vanessa vera verena veronika victor victoria viktor vincent vladimir volker walter waltraud wei " +
    "werner wilhelm willi william wolfgang xavier yasmin yuki yusuf yvonne zoe"
  ).split(" "),
);

const titled = /\b(mr|mrs|ms|dr|prof|herr|frau|sir|madame|monsieur|señora?)\.? \p{Lu}\p{L}+/iu;

/** "Ada Lovelace", "Hello, Ada Lovelace", "Dr. Lovelace", and a given name that stands alone. */
export function isPersonsName(text: string): boolean {
  if (titled.test(text) && /\p{Lu}/u.test(text.slice(1))) return true;
  const words = text.split(/[\s,;:()"'„“]+/).filter(Boolean);
  if (words.length === 1) return /^\p{Lu}/u.test(words[0]!) && givenNames.has(words[0]!.toLowerCase());
  return words.some((word, at) => {
    const next = words[at + 1];
    if (!next || !/^\p{Lu}/u.test(word) || !givenNames.has(word.toLowerCase())) return false;
    return /^\p{Lu}[\p{L}'.-]*$/u.test(next) && !/^\p{Lu}{2,}$/u.test(next);
  });
}
