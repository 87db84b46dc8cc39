"""The headers that the field uses for the columns of a MSEL, in four languages, as ``plain`` gives them.

Sources: the column names of HSEEP, MITRE's Cyber Exercise Playbook, Blueprint, OpenAEV, Conducttr, PreparedEx and
Cadence; the Spanish, Portuguese and French ones are ours.
"""

LANGUAGES = ("en", "es", "pt", "fr")
# By field and language; what stands first is preferred where two columns could be the same field.
NAMES: dict[str, tuple[str, str, str, str]] = {
    "id": (
        "inject number|event number|control number|msel number|msel #|inject #|event #|inject no|event no|"
        "inject id|event id|number|no|#|id|seq no|sequence|sequence number|serial number|serial no|item|item no|"
        "inject n|ref|reference|msel no|item #|seq|s n|sl no|ser|ser no|identifier|order",
        "numero|numero de inyeccion|numero de evento|numero de control|numero de inject|secuencia|codigo|orden|"
        "identificador|correlativo|n orden|clave|folio",
        "numero|numero da injecao|numero do evento|numero do inject|sequencia|codigo|ordem|identificador|n ordem",
        "numero|numero d injection|numero d evenement|numero d inject|sequence|reference|ordre|identifiant|n ordre|"
        "n d ordre",
    ),
    "title": (
        "title|subject|inject title|event title|event name|inject name|event|inject|name|headline|incident|"
        "short title|topic|scenario inject|incident title|event incident|brief description|short description",
        "titulo|asunto|evento|inyeccion|inyecto|nombre|titulo del evento|titulo del inject|titulo del inyecto|"
        "nombre del evento|incidente|titulo corto|tema|evento incidente|breve descripcion|descripcion breve|"
        "descripcion corta",
        "titulo|assunto|evento|injecao|insercao|nome|titulo do evento|titulo do inject|titulo da injecao|incidente|"
        "titulo curto|tema|breve descricao|descricao breve",
        "titre|objet|sujet|evenement|injection|intitule|nom|titre de l evenement|titre de l injection|incident|"
        "titre court|theme|breve description|description breve",
    ),
    "at": (
        "delivery time|time delivered|date time delivered|date time|scheduled time|scheduled|planned time|"
        "inject time|event time|local time|time|dtg|date time group|timeline|t +|offset|start time|exercise time|"
        "when|scheduled date time|time of delivery|time of inject|release time|elapsed time|time elapsed|elapsed|"
        "relative time|exercise clock|minute|minutes|min|clock time|hour|clock|real time|time real|actual time",
        "hora de entrega|hora|hora local|fecha y hora|hora programada|cuando|tiempo|linea de tiempo|fecha hora|"
        "hora de envio|hora prevista|hora de inyeccion|hora de inicio|hora real|tiempo real|tiempo transcurrido|"
        "minuto|minutos|gfh|grupo fecha hora",
        "hora de entrega|hora|horario|hora local|data e hora|data hora|hora programada|quando|tempo|linha do tempo|"
        "hora de envio|hora prevista|hora da injecao|hora de inicio|hora real|tempo real|tempo decorrido|minuto|"
        "minutos|gdh|grupo data hora",
        "heure d envoi|heure|heure locale|date et heure|date heure|heure prevue|quand|horaire|chronologie|"
        "heure de livraison|heure d injection|heure de debut|heure reelle|temps reel|temps ecoule|minute|minutes|"
        "gdh|groupe date heure",
    ),
    "date": (
        "date|scheduled date|delivery date|planned date|day|exercise day|inject date",
        "fecha|fecha de entrega|dia",
        "data|data de entrega|dia",
        "date|date d envoi|jour",
    ),
    "story_time": (
        "simulated time|scenario time|story time|designated scenario time|storytime|scenario date|scenario day|"
        "simulated date|scenario date time|time simulated|time in scenario|time scenario|scenario clock|simulated|"
        "sim time|game time|fictional time|fictitious time|time fictitious|time fictional|date simulated",
        "hora ficticia|hora simulada|hora del escenario|tiempo del escenario|dia ficticio|tiempo ficticio|"
        "fecha ficticia|fecha y hora ficticia|hora del juego",
        "hora ficticia|hora simulada|hora do cenario|tempo do cenario|dia ficticio|tempo ficticio|data ficticia|"
        "data e hora ficticia|hora do jogo",
        "heure du scenario|heure fictive|heure simulee|jour du scenario|temps fictif|date fictive|heure du jeu|"
        "date et heure fictives",
    ),
    "phase": (
        "phase|move|module|serial|tab|stage|act|day phase",
        "fase|modulo|etapa|movimiento",
        "fase|modulo|etapa|movimento",
        "phase|module|etape|mouvement",
    ),
    "kind": (
        "event type|inject type|type|category|inject category|event category",
        "tipo|tipo de evento|tipo de inyeccion|tipo de inject|categoria",
        "tipo|tipo de evento|tipo de injecao|tipo de inject|categoria",
        "type|type d evenement|type d injection|type d inject|categorie",
    ),
    "channel": (
        "delivery method|method|inject mode|means|source type|channel|mode|medium|method of delivery|media|"
        "delivery|delivery means|delivery mode|delivery channel|inject method|communication channel|"
        "communication method|means of communication|means of delivery|mode of delivery|inject vehicle|"
        "delivery vehicle|transmission|media type|format|delivery platform|platform|delivery format",
        "canal|medio|metodo|metodo de entrega|modo|via|medio de entrega|medio de envio|canal de entrega|"
        "canal de envio|modo de entrega|forma de entrega|canal de comunicacion|medio de comunicacion|"
        "metodo de envio|forma de envio|via de entrega|via de envio|medio de inyeccion|mecanismo de entrega|"
        "formato|canal de inyeccion|medio de transmision|canal de transmision|plataforma",
        "canal|meio|metodo|metodo de entrega|modo|via|meio de entrega|meio de envio|canal de entrega|"
        "canal de envio|modo de entrega|forma de entrega|canal de comunicacao|meio de comunicacao|metodo de envio|"
        "forma de envio|via de entrega|via de envio|meio de injecao|mecanismo de entrega|formato|"
        "canal de transmissao|meio de transmissao|plataforma",
        "canal|moyen|methode|mode|mode d envoi|vecteur|canal d envoi|moyen d envoi|mode de transmission|"
        "moyen de transmission|mode de diffusion|moyen de diffusion|canal de transmission|canal de diffusion|"
        "moyen de communication|canal de communication|mode de livraison|support|support de transmission|format|"
        "moyen d injection|mode d injection|canal d injection|plateforme",
    ),
    "from": (
        "from|source|originator|sender|from org|from organization|originator from|inject source|sent by|"
        "injected by|initiator|role player|originating agency|originating organization|sending organization|"
        "sending agency|initiated by|from source",
        "de|remitente|origen|fuente|emisor|enviado por|de parte de|quien envia|actor emisor|rol emisor|"
        "rol remitente|iniciador",
        "de|remetente|origem|fonte|emissor|enviado por|da parte de|quem envia|ator emissor|iniciador",
        "de|expediteur|source|origine|emetteur|emettrice|envoye par|de la part de|acteur emetteur|initiateur",
    ),
    "to": (
        "to|recipient|recipients|target|targets|teams|team|to org|to organization|recipient to|audience|player|"
        "players|receiver|receiving|recipient player|seat|target audience|training audience|target team|addressee|"
        "delivered to|sent to|addressees|addressed to|participants",
        "para|destinatario|destinataria|destinatarios|equipo|equipos|audiencia|dirigido a|objetivo del inyecto|"
        "rol destinatario|jugador|jugadora|jugadores|jugadoras|participantes|actor receptor|receptor|receptores|"
        "quien recibe|a quien|dirigida a|enviado a|rol receptor",
        "para|destinatario|destinataria|destinatarios|equipe|equipes|publico|dirigido a|jogador|jogadora|jogadores|"
        "jogadoras|participantes|publico alvo|receptor|quem recebe|a quem|enviado a|destinatarias",
        "a|pour|destinataire|destinataires|equipe|equipes|cible|joueur|joueuse|joueurs|joueuses|participants|"
        "participantes|acteur destinataire|public cible|recepteur|adresse a|envoye a",
    ),
    "body": (
        "message|content|details|description|inject description|event description|script|inject text|text|body|"
        "inject message|scenario event|details of inject|message text|message content|inject content|inject details|"
        "event details|narrative|summary|synopsis",
        "mensaje|contenido|descripcion|detalle|detalles|guion|texto|descripcion del evento|descripcion del inject|"
        "descripcion de la inyeccion|texto del mensaje|contenido del mensaje|resumen",
        "mensagem|conteudo|descricao|detalhe|detalhes|roteiro|texto|descricao do evento|descricao do inject|"
        "descricao da injecao|texto da mensagem|conteudo da mensagem|resumo",
        "message|contenu|description|detail|details|texte|corps|description de l evenement|description de l injection|"
        "texte du message|contenu du message|resume",
    ),
    "expected": (
        "expected action|expected actions|expected response|expected responses|expected outcome|expected outcomes|"
        "expected participant response|expected player action|expected player actions|expected player response|"
        "expected result|expected results|action to be taken|anticipated response|anticipated action|"
        "expectation description|expected participant actions|expected action response|expected actions responses|"
        "expected action outcome|expected player action response|anticipated player response|expected reaction|"
        "expected reactions|expected decision|expected decisions|desired outcome|desired action|"
        "anticipated outcome|anticipated actions|expected outcome response|expected outcomes responses|"
        "expected behaviour|anticipated player action|anticipated player actions|expected decision points|"
        "desired response|desired actions|desired outcomes|ideal response|expected results outcome|"
        "expected result outcome|expected results outcomes|player response expected",
        "accion esperada|acciones esperadas|respuesta esperada|resultado esperado|resultados esperados|"
        "reaccion esperada|reacciones esperadas|respuestas esperadas|decision esperada|decisiones esperadas|"
        "respuesta prevista|respuestas previstas|accion prevista|acciones previstas|comportamiento esperado|"
        "resultado esperado accion|accion deseada|respuesta deseada|respuesta ideal",
        "acao esperada|acoes esperadas|resposta esperada|resultado esperado|resultados esperados|reacao esperada|"
        "reacoes esperadas|respostas esperadas|decisao esperada|decisoes esperadas|resposta prevista|"
        "respostas previstas|acao prevista|acoes previstas|comportamento esperado|resposta ideal",
        "action attendue|actions attendues|reponse attendue|resultat attendu|resultats attendus|reaction attendue|"
        "reactions attendues|reponses attendues|decision attendue|decisions attendues|comportement attendu|"
        "reponse prevue|action prevue|actions prevues|reponse ideale|reaction prevue",
    ),
    "objective": (
        "exercise objective|objective|objectives|exercise objectives|capability|capabilities|core capability|"
        "core capabilities",
        "objetivo|objetivos|capacidad|capacidades|objetivo del ejercicio|objetivos del ejercicio",
        "objetivo|objetivos|capacidade|capacidades|objetivo do exercicio|objetivos do exercicio",
        "objectif|objectifs|capacite|capacites|objectif de l exercice|objectifs de l exercice",
    ),
    "criteria": (
        "measure of performance|expectation name|criteria|criterion|measures of performance|evaluation criteria|"
        "evaluation criterion|criterion points|criteria points",
        "criterio|criterios|criterio de evaluacion|criterio puntos",
        "criterio|criterios|criterio de avaliacao|criterio pontos",
        "critere|criteres|critere d evaluation|critere points",
    ),
    "points": ("points|expectation score|score|points possible", "puntos|puntaje", "pontos|pontuacao", "points|score"),
    "owner": (
        "assigned to|responsible controller|poc|author|owner|controller|responsible|responsible party|"
        "point of contact|responsible person|delivered by",
        "responsable|encargada|encargado|autora|autor|controladora|controlador|asignado a|"
        "responsable de entrega|responsable de la entrega|responsable de envio|responsable del envio",
        "responsavel|encarregada|encarregado|autora|autor|controladora|controlador|atribuido a|"
        "responsavel pela entrega|responsavel pelo envio|responsavel da entrega",
        "responsable|autrice|auteur|animatrice|animateur|attribue a|controleur|"
        "responsable de l envoi|responsable de la transmission",
    ),
    "status": (
        "status|done to do|inject status|event status|state",
        "estado|situacion|estatus",
        "estado|situacao|status",
        "statut|etat",
    ),
    "note": (
        "notes|comments|remarks|note|comment|assumptions|additional notes|controller notes|notes remarks|"
        "facilitator notes",
        "notas|comentarios|observaciones|nota|supuestos|observacion|notas del facilitador|notas para facilitadores",
        "notas|comentarios|observacoes|nota|premissas|observacao|notas do facilitador",
        "notes|commentaires|remarques|observations|hypotheses|commentaire|remarque",
    ),
    "plain": ("plain|plain language", "lenguaje claro|lectura facil", "linguagem simples", "langage clair"),
    "priority": ("priority", "prioridad", "prioridade", "priorite"),
}
